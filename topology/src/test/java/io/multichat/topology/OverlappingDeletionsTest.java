package io.multichat.topology;

import static io.multichat.topology.testing.Story.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.DeadLetter;
import io.multichat.events.Placement;
import io.multichat.events.RejectReason;
import io.multichat.topology.testing.Chat;
import io.multichat.topology.testing.Commands;
import io.multichat.topology.testing.Story;
import io.multichat.topology.testing.TopologyExtension;
import io.multichat.topology.testing.TopologyFixture;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Deleted intervals that a rebuild publishes again, and that overlap. */
class OverlappingDeletionsTest {
    @RegisterExtension
    final TopologyExtension topologies = new TopologyExtension();

    private final Chat chat = Chat.atHome("talk");
    private final TopologyFixture topology = topologies.open();
    private final Story story = new Story(topology, chat);
    private final Commands commands = new Commands(topology, chat);

    @Test
    void anIntervalThatEndsEarlierDoesNotHideALongerOne() {
        commands.deleteRebuilt(BASE + 95, BASE + 90, BASE + 150);
        commands.deleteRebuilt(BASE + 10, BASE, BASE + 200);

        story.says(0, 50, 95, 175, 200);

        assertAllRefused(5);
    }

    @Test
    void anIntervalThatIsPartlyDeletedIsDeletedAsAWhole() {
        commands.deleteRebuilt(BASE + 50, BASE, BASE + 100);
        commands.deleteRebuilt(BASE + 60, BASE - 50, BASE + 150);

        story.says(-50, 60, 101, 150);

        assertAllRefused(4);
        assertThat(boundaries()).containsExactly(BASE + 100, BASE + 150);
    }

    @Test
    void anIntervalJoinsAllThatItOverlapsAndNoOther() {
        commands.deleteRebuilt(BASE, BASE, BASE + 10);
        commands.deleteRebuilt(BASE + 40, BASE + 40, BASE + 50);
        commands.deleteRebuilt(BASE + 60, BASE + 60, BASE + 70);
        commands.deleteRebuilt(BASE + 20, BASE + 10, BASE + 40);

        story.says(0, 10, 25, 40, 50, 60);

        assertAllRefused(6);
        story.says(-1, 51, 55, 71);
        assertThat(topology.outputs().refusals()).hasSize(6);
    }

    @Test
    void aDeletionWithinADeletedIntervalChangesNothing() {
        commands.deleteRebuilt(BASE, BASE, BASE + 100);
        commands.deleteRebuilt(BASE + 50, BASE + 40, BASE + 60);

        story.says(20, 101);

        assertAllRefused(1);
        assertThat(boundaries()).containsExactly(BASE + 100, BASE + 100);
    }

    private List<Long> boundaries() {
        return topology.outputs().placements().stream()
                .map(Placement::boundary)
                .flatMap(boundary -> boundary.stream().boxed())
                .toList();
    }

    private void assertAllRefused(int messages) {
        assertThat(topology.outputs().refusals())
                .extracting(DeadLetter::reason)
                .containsExactlyElementsOf(Stream.generate(() -> RejectReason.SESSION_DELETED)
                        .limit(messages)
                        .toList());
    }
}
