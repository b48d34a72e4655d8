package io.multichat.topology;

import static io.multichat.topology.testing.Story.BASE;
import static io.multichat.topology.testing.Story.GAP;
import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.EventType;
import io.multichat.topology.metrics.TopologyMetrics;
import io.multichat.topology.testing.Chat;
import io.multichat.topology.testing.Story;
import io.multichat.topology.testing.TopologyExtension;
import io.multichat.topology.testing.TopologyFixture;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The metrics that the topology publishes through Kafka Streams. */
class MetricsTest {
    @RegisterExtension
    final TopologyExtension topologies = new TopologyExtension();

    private final TopologyFixture topology = topologies.open();
    private final Story story = new Story(topology, Chat.atHome("talk"));

    @Test
    void theyCountEventsAndSessionsByOutcome() {
        story.says(0, 2 * GAP, GAP);
        topology.publish(story.chat().message("m1", BASE));
        story.says(9 * GAP);
        story.ends(9 * GAP + 1);

        assertThat(published())
                .containsEntry("accepted-total", 5.0)
                .containsEntry("duplicates-total", 1.0)
                .containsEntry("late-placements-total", 1.0)
                .containsEntry("sessions-opened-total", 3.0)
                .containsEntry("sessions-merged-total", 1.0)
                .containsEntry("sessions-closed-total", 3.0)
                .containsEntry("sessions-reopened-total", 0.0)
                .containsEntry("sessions-open", 0.0);
    }

    @Test
    void anOpenSessionIsCountedUntilItClosesAndAgainWhenItIsReopened() {
        long now = topology.now() - BASE;
        story.says(now - GAP);
        assertThat(published()).containsEntry("sessions-open", 1.0);
        topology.advance(Duration.ofSeconds(10));
        assertThat(published()).containsEntry("sessions-open", 0.0);

        story.says(now);

        assertThat(published()).containsEntry("sessions-open", 1.0).containsEntry("sessions-reopened-total", 1.0);
    }

    @Test
    void deadLettersAreCountedByReasonAtEitherNode() {
        topology.publish(null, null, new RecordHeaders());
        topology.publish(null, new byte[] {1}, new RecordHeaders());
        topology.publish(null, new byte[] {2}, new RecordHeaders());
        topology.publish(story.chat().event(EventType.MESSAGE_EDITED, "m0", BASE, Optional.empty()));
        topology.advance(Duration.ofHours(2));

        assertThat(published())
                .containsEntry("dead-letters-total null-value", 1.0)
                .containsEntry("dead-letters-total not-json", 2.0)
                .containsEntry("dead-letters-total unknown-message", 1.0);
    }

    /** The metrics after the tick that publishes them, by name and, where there is one, by reason. */
    private Map<String, Double> published() {
        topology.advance(Duration.ofMillis(100));
        return topology.metrics.of(TopologyMetrics.GROUP);
    }
}
