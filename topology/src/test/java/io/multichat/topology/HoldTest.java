package io.multichat.topology;

import static io.multichat.topology.testing.Story.BASE;
import static io.multichat.topology.testing.Story.GAP;
import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.DeadLetter;
import io.multichat.events.RejectReason;
import io.multichat.events.SessionStatus.State;
import io.multichat.topology.testing.Chat;
import io.multichat.topology.testing.Commands;
import io.multichat.topology.testing.Story;
import io.multichat.topology.testing.TopologyExtension;
import io.multichat.topology.testing.TopologyFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HoldTest {
    @RegisterExtension
    final TopologyExtension topologies = new TopologyExtension();

    private final Chat chat = Chat.atHome("talk");
    private final TopologyFixture topology = topologies.open();
    private final Story story = new Story(topology, chat);
    private final Commands commands = new Commands(topology, chat);

    @Test
    void aHoldForbidsUntilItIsCleared() {
        story.says(0, 10);
        commands.hold("case 1", 0);

        commands.delete(BASE);
        commands.erase("ada", BASE + 10);

        assertThat(topology.outputs().refusals())
                .extracting(DeadLetter::reason)
                .containsExactly(RejectReason.ON_HOLD, RejectReason.ON_HOLD);
        assertThat(topology.outputs().refusals().get(0).detail()).contains("case 1");
        commands.clear("case 1");
        commands.delete(BASE + 10);
        assertThat(topology.outputs().last().status().state()).isEqualTo(State.DELETED);
    }

    @Test
    void aHoldProtectsOnlyItsTimesAndItsParticipant() {
        story.says(0, GAP + 1);
        commands.hold("later", TopologyFixture.START.toEpochMilli());
        commands.hold("bob", "bob");

        commands.erase("ada", BASE);
        commands.delete(BASE);

        assertThat(topology.outputs().refusals())
                .extracting(DeadLetter::reason)
                .as("the session may contain something by bob, who is held")
                .containsExactly(RejectReason.ON_HOLD);
    }
}
