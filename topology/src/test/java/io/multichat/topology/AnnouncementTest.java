package io.multichat.topology;

import static io.multichat.topology.testing.Story.GAP;
import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.SessionSnapshot;
import io.multichat.topology.testing.Chat;
import io.multichat.topology.testing.Story;
import io.multichat.topology.testing.TopologyExtension;
import io.multichat.topology.testing.TopologyFixture;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** When changed sessions are announced; the interval is one second. */
class AnnouncementTest {
    @RegisterExtension
    final TopologyExtension topologies = new TopologyExtension();

    private final TopologyFixture topology = topologies.open();
    private final Story story = new Story(topology, Chat.atHome("talk"));

    @Test
    void theFirstChangeIsAnnouncedAtOnce() {
        story.says(0);

        assertThat(topology.outputs().snapshots()).hasSize(1);
    }

    @Test
    void furtherChangesAreAnnouncedByOneSnapshotAfterTheInterval() {
        story.says(0, 1, 2, 3);
        topology.advance(Duration.ofMillis(999));
        assertThat(topology.outputs().snapshots()).hasSize(1);

        topology.advance(Duration.ofMillis(1));

        assertThat(topology.outputs().snapshots()).hasSize(2);
        assertThat(topology.outputs().last().counts().messages()).isEqualTo(4);
    }

    @Test
    void aChangeAfterAQuietIntervalIsAnnouncedAtOnce() {
        story.says(0);
        topology.advance(Duration.ofSeconds(1));

        story.says(1);

        assertThat(topology.outputs().snapshots()).hasSize(2);
    }

    @Test
    void anAnnouncedSessionIsNotAnnouncedAgain() {
        story.says(0, 1);

        topology.advance(Duration.ofSeconds(1));
        topology.advance(Duration.ofSeconds(5));

        assertThat(topology.outputs().snapshots()).hasSize(2);
    }

    @Test
    void aSessionIsNotAnnouncedTwiceInAnIntervalAfterAMerge() {
        story.says(0, 2 * GAP); // the first is announced, closed just after it, and waits until 1000 ms
        topology.advance(Duration.ofMillis(900));
        story.says(GAP); // a merge is announced at once; the next announcement may be at 1900 ms
        story.says(3);
        int before = topology.outputs().snapshots().size();

        topology.advance(Duration.ofMillis(999));
        assertThat(topology.outputs().snapshots()).hasSize(before);
        topology.advance(Duration.ofMillis(1));

        assertThat(topology.outputs().snapshots()).hasSize(before + 1);
        assertThat(story.sessions().get(0).counts().messages()).isEqualTo(4);
    }

    @Test
    void aQueryReturnsWhenTheEarliestPendingAnnouncementIsDue() {
        story.says(0);
        assertThat(topology.queries().earliestAnnouncement()).isEmpty();

        story.says(1);
        assertThat(topology.queries().earliestAnnouncement()).hasValue(topology.now() + 1_000);

        topology.advance(Duration.ofSeconds(1));
        assertThat(topology.queries().earliestAnnouncement()).isEmpty();
    }

    @Test
    void eachAnnouncementHasAHigherVersionThanTheOneBefore() {
        for (int i = 0; i < 5; i++) {
            story.says(i);
            topology.advance(Duration.ofSeconds(1));
        }

        assertThat(topology.outputs().snapshots())
                .extracting(SessionSnapshot::version)
                .isSorted()
                .doesNotHaveDuplicates();
    }
}
