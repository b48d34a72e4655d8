package io.multichat.topology;

import static io.multichat.topology.testing.Story.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.Placement;
import io.multichat.events.SessionSnapshot;
import io.multichat.topology.testing.Chat;
import io.multichat.topology.testing.TopologyExtension;
import io.multichat.topology.testing.TopologyFixture;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The order of messages with the same time. */
class OrderTest {
    @RegisterExtension
    final TopologyExtension topologies = new TopologyExtension();

    private final Chat chat = Chat.atHome("talk");
    private final TopologyFixture topology = topologies.open();

    @Test
    void thePublishersOrderApplies() {
        topology.publish(chat.ordered("m1", BASE, Long.MAX_VALUE));
        topology.publish(chat.ordered("m2", BASE, 0));
        topology.publish(chat.ordered("m3", BASE, Long.MIN_VALUE));

        assertThat(topology.outputs().placements())
                .extracting(Placement::order)
                .containsExactly(Long.MAX_VALUE, 0L, Long.MIN_VALUE);
        assertThat(edges()).containsExactly("m3", "m1");
    }

    @Test
    void withoutAnOrderTheSequenceOfAcceptanceApplies() {
        topology.publish(chat.message("z", BASE));
        topology.publish(chat.message("z", BASE)); // a duplicate takes no place in the order
        topology.publish(chat.edit("unknown", BASE)); // nor does a refused event
        topology.publish(chat.message("a", BASE));

        assertThat(topology.outputs().placements()).extracting(Placement::order).containsExactly(1L, 2L);
        assertThat(edges()).containsExactly("z", "a");
    }

    @Test
    void withEqualOrdersTheMessageIdDecides() {
        topology.publish(chat.ordered("b", BASE, 7));
        topology.publish(chat.ordered("c", BASE, 7));
        topology.publish(chat.ordered("a", BASE, 7));

        assertThat(edges()).containsExactly("a", "c");
    }

    @Test
    void idsAreComparedAsBytesAndNotAsCharacters() {
        topology.publish(chat.ordered("\uFF5E", BASE, 7)); // greater in UTF-16
        topology.publish(chat.ordered("\uD83D\uDE00", BASE, 7)); // greater in UTF-8

        assertThat(edges()).containsExactly("\uFF5E", "\uD83D\uDE00");
    }

    @Test
    void timeComesBeforeOrder() {
        topology.publish(chat.ordered("m1", BASE + 1, 1));
        topology.publish(chat.ordered("m2", BASE, 2));

        assertThat(edges()).containsExactly("m2", "m1");
    }

    @Test
    void aMergedSessionKeepsTheOutermostMessagesAsFirstAndLast() {
        long gap = Duration.ofMinutes(30).toMillis();
        topology.publish(chat.ordered("m1", BASE, 2));
        topology.publish(chat.ordered("m2", BASE + 2 * gap, 1));
        topology.publish(chat.ordered("m3", BASE + 2 * gap, 2));

        topology.publish(chat.ordered("m4", BASE + gap, 0));

        assertThat(topology.queries().session(topology.outputs().last().sessionId()))
                .hasValueSatisfying(each -> assertThat(each.firstMessageId()).isEqualTo("m1"))
                .hasValueSatisfying(each -> assertThat(each.lastMessageId()).isEqualTo("m3"));
    }

    private String[] edges() {
        topology.advance(Duration.ofSeconds(1));
        SessionSnapshot session = topology.outputs().last();
        return new String[] {session.firstMessageId(), session.lastMessageId()};
    }
}
