package io.multichat.topology;

import static io.multichat.topology.testing.Story.BASE;
import static io.multichat.topology.testing.Story.GAP;
import static io.multichat.topology.testing.Story.span;
import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.EventType;
import io.multichat.events.Placement;
import io.multichat.events.SessionStatus;
import io.multichat.events.SessionStatus.ClosedBy;
import io.multichat.topology.testing.Chat;
import io.multichat.topology.testing.Story;
import io.multichat.topology.testing.TopologyExtension;
import io.multichat.topology.testing.TopologyFixture;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which session an explicit end closes, and at which instant. */
class EndTest {
    @RegisterExtension
    final TopologyExtension topologies = new TopologyExtension();

    private final Chat chat = Chat.away("talk");
    private final TopologyFixture topology = topologies.open();
    private final Story story = new Story(topology, chat);

    @Test
    void anEndClosesTheSessionBeforeItAtOnce() {
        story.says(0, 10);

        story.ends(20);

        assertThat(story.spans()).containsExactly(span(0, 10));
        assertThat(story.sessions().get(0).status()).isEqualTo(SessionStatus.closed(BASE + 20, ClosedBy.END));
        assertThat(topology.outputs().placements().get(2).boundary()).hasValue(BASE + 20);
        assertThat(topology.outputs().placements().get(2).session())
                .isEqualTo(topology.outputs().placements().get(0).session());
    }

    @Test
    void anEndWithinASessionEndsItAtItsLastMessage() {
        story.says(0, 100);

        story.ends(50);

        story.says(100, 101, 60);
        assertThat(topology.outputs().placements().get(2).boundary()).hasValue(BASE + 100);
        assertThat(story.spans()).containsExactly(span(0, 100), span(101, 101));
    }

    @Test
    void anEndWithinAnEndedSessionChangesNothing() {
        story.says(0, 100);
        story.ends(200);
        int snapshots = topology.outputs().snapshots().size();

        story.ends(50);

        assertThat(topology.outputs().placements().get(3))
                .isEqualTo(new Placement(
                        topology.outputs().placements().get(0).session(),
                        BASE + 50,
                        4,
                        EventType.SESSION_ENDED,
                        OptionalLong.empty()));
        assertThat(topology.outputs().snapshots()).hasSize(snapshots);
        story.says(150);
        assertThat(story.spans()).containsExactly(span(0, 150));
    }

    @Test
    void anEndBeforeAllMessagesStillSplitsThem() {
        story.ends(5);

        story.says(0, 6);

        assertThat(topology.outputs().placements().get(0).session()).isEmpty();
        assertThat(topology.outputs().placements().get(0).boundary()).hasValue(BASE + 5);
        assertThat(story.spans()).containsExactly(span(0, 0), span(6, 6));
    }

    @Test
    void anEndLongAfterASessionDoesNotClaimToHaveClosedIt() {
        story.says(0);

        story.ends(GAP + 1);

        assertThat(topology.outputs().placements().get(1).session()).isEmpty();
        story.says(10 * GAP);
        assertThat(story.spans()).hasSize(2);
        assertThat(story.sessions().get(0).status()).isEqualTo(SessionStatus.closed(BASE + GAP, ClosedBy.IDLE));
    }

    @Test
    void theSameEndTwiceIsADuplicate() {
        story.says(0);
        story.ends(5);

        story.ends(5);

        assertThat(topology.outputs().placements()).hasSize(2);
    }

    @Test
    void twoEndsAtOneInstantSetOneBoundary() {
        story.says(0);
        topology.publish(chat.event(EventType.SESSION_ENDED, "x", BASE + 5, Optional.of("e1")));

        topology.publish(chat.event(EventType.SESSION_ENDED, "x", BASE + 5, Optional.of("e2")));

        assertThat(List.of(
                        topology.outputs().placements().get(1).boundary(),
                        topology.outputs().placements().get(2).boundary()))
                .containsExactly(OptionalLong.of(BASE + 5), OptionalLong.empty());
        assertThat(topology.outputs().placements().get(2).session())
                .isEqualTo(topology.outputs().placements().get(0).session());
    }
}
