package io.multichat.app.streams;

import static io.multichat.app.streams.RunningTopology.message;
import static io.multichat.app.streams.RunningTopology.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The metrics of a topology on a real broker, as Prometheus reads them. */
class StreamsMetersTest {
    private static final String CHANGELOG = "changelog";

    @Test
    void theyCountEventsAndDeadLettersByReason(@TempDir Path folder) throws Exception {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Instant now = Instant.now();
        try (RunningTopology topology = new RunningTopology(folder);
                StreamsRunner running = topology.instance("one")) {
            running.meters().bindTo(registry);
            topology.publish(Stream.of(message(1, "a", now, "hi"), message(1, "a", now, "hi")), null);
            topology.publish(null, Stream.of("nonsense".getBytes(StandardCharsets.UTF_8)));

            patiently().until(() -> registry.scrape().contains("multichat_topology_accepted_total 1.0"));
            patiently().until(() -> registry.scrape().contains("multichat_topology_duplicates_total 1.0"));
            patiently()
                    .until(() -> registry.scrape().contains("multichat_dead_letters_total{reason=\"not-json\"} 1.0"));
            patiently().until(() -> registry.scrape().contains("multichat_topology_input_lag 0.0"));
            assertThat(registry.scrape())
                    .contains(
                            "multichat_topology_running 1.0",
                            "multichat_topology_restore_left 0.0",
                            "multichat_topology_sessions_open 1.0",
                            "multichat_dead_letters_total{reason=\"missing-field\"} 0.0")
                    .containsPattern("multichat_topology_records_total [1-9]")
                    .doesNotContain("NaN", "client_id", "StreamThread");
        }
    }

    @Test
    void theRecordsThatAreLeftToRestoreAreTheSumOfAllPartitions() {
        RestoreProgress progress = new RestoreProgress();
        TopicPartition one = new TopicPartition(CHANGELOG, 0);
        TopicPartition two = new TopicPartition(CHANGELOG, 1);

        assertThat(progress.recordsLeft()).isEmpty();
        progress.onRestoreStart(one, "state", 100, 400);
        progress.onRestoreStart(two, "state", 0, 50);
        progress.onBatchRestored(one, "state", 300, 200);
        assertThat(progress.recordsLeft()).isEqualTo(OptionalLong.of(150));
        progress.onRestoreEnd(one, "state", 300);
        progress.onRestoreSuspended(two, "state", 0);
        assertThat(progress.recordsLeft()).isEmpty();
    }
}
