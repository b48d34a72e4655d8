package io.multichat.app.streams;

import static io.multichat.app.streams.RunningTopology.message;
import static io.multichat.app.streams.RunningTopology.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.Topics;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An input topic that is deleted while {@code dev}, a static member of its consumer group, reads it. */
class DeletedInputTest {
    private static final Optional<String> STATIC = Optional.of("multichat-dev");

    @Test
    void theNextStartReadsTheTopicThatItCreatesAgain(@TempDir Path folder) throws Exception {
        try (RunningTopology topology = new RunningTopology(folder)) {
            try (StreamsRunner running = topology.instance("one", STATIC)) {
                topology.publish(Stream.of(message(1, "before", Instant.now(), "hi")), null);
                patiently()
                        .until(() -> topology.broker.records(Topics.TRANSCRIPT).size() == 1);
                delete(topology);
                assertThat(running.failure().join()).hasMessageContaining("source topics were missing");
            }

            topology.createInput();
            try (StreamsRunner next = topology.instance("one", STATIC)) {
                topology.publish(Stream.of(message(1, "after", Instant.now(), "hi")), null);
                patiently()
                        .until(() -> topology.broker.records(Topics.TRANSCRIPT).size() == 2);
                assertThat(next.failure()).isNotDone();
            }
        }
    }

    private static void delete(RunningTopology topology) throws Exception {
        try (Admin admin = topology.broker.kafka().admin()) {
            admin.deleteTopics(List.of(RunningTopology.INPUT)).all().get();
        }
    }
}
