package io.multichat.topology;

import static io.multichat.topology.testing.Story.BASE;
import static io.multichat.topology.testing.Story.GAP;
import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.ChatEvent;
import io.multichat.events.Content;
import io.multichat.events.EventType;
import io.multichat.events.RoleCounts;
import io.multichat.events.Sender;
import io.multichat.topology.testing.Chat;
import io.multichat.topology.testing.Story;
import io.multichat.topology.testing.TopologyExtension;
import io.multichat.topology.testing.TopologyFixture;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RolesTest {
    @RegisterExtension
    final TopologyExtension topologies = new TopologyExtension();

    private final Chat chat = Chat.away("talk");

    @Test
    void aSessionCountsItsMessagesByRoleEvenAfterAMerge() {
        TopologyFixture topology = topologies.open();
        topology.publish(message("m1", 0, Sender.Role.USER));
        topology.publish(message("m2", 1, Sender.Role.ASSISTANT));
        topology.publish(message("m3", 2 * GAP, Sender.Role.USER));
        topology.publish(message("m4", 2 * GAP, Sender.Role.TOOL));

        topology.publish(message("m5", GAP, Sender.Role.BOT));

        assertThat(new Story(topology, chat).spans()).hasSize(1);
        assertThat(topology.outputs().newest().get(0).counts().roles()).isEqualTo(new RoleCounts(2, 1, 0, 1, 1));
    }

    private ChatEvent message(String id, long time, Sender.Role role) {
        return new ChatEvent(
                EventType.MESSAGE_CREATED,
                chat.conversation(),
                Optional.of(id),
                Optional.of(new Sender("ada", Optional.empty(), role)),
                BASE + time,
                OptionalLong.empty(),
                Optional.empty(),
                Content.NONE);
    }
}
