package io.multichat.app.streams;

import static io.multichat.app.streams.RunningTopology.message;
import static io.multichat.app.streams.RunningTopology.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.Topics;
import io.multichat.jobs.client.KafkaAccess;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An input topic that is deleted and created again while {@code dev}, a static member of its consumer group, is stopped. */
class DeletedInputTest {
    private static final Optional<String> STATIC = Optional.of("multichat-dev");

    @Test
    void theNextStartReadsAllPartitionsOfTheNewTopicInsteadOfItsLastAssignment(@TempDir Path folder) throws Exception {
        try (RunningTopology topology = new RunningTopology(folder);
                Admin admin = topology.broker.kafka().admin()) {
            try (StreamsRunner running = topology.instance("one", STATIC)) {
                topology.publish(Stream.of(message(1, "before", Instant.now(), "hi")), null);
                patiently()
                        .until(() -> topology.broker.records(Topics.TRANSCRIPT).size() == 1);
                assertThat(running.failure()).isNotDone();
            }
            admin.deleteTopics(List.of(RunningTopology.INPUT)).all().get();
            patiently().until(() -> !admin.listTopics().names().get().contains(RunningTopology.INPUT));
            topology.createInput(4);

            try (StreamsRunner next = topology.instance("one", STATIC)) {
                assertThat(inputPartitions(topology.broker.kafka(), admin)).containsExactlyInAnyOrder(0, 1, 2, 3);
                topology.publish(Stream.of(message(1, "after", Instant.now(), "hi")), null);
                patiently()
                        .until(() -> topology.broker.records(Topics.TRANSCRIPT).size() == 2);
                assertThat(next.failure()).isNotDone();
            }
        }
    }

    private static List<Integer> inputPartitions(KafkaAccess kafka, Admin admin) {
        return new TopologyGroup(kafka, admin)
                .members().stream()
                        .flatMap(member -> member.assignment().topicPartitions().stream())
                        .filter(partition -> partition.topic().equals(RunningTopology.INPUT))
                        .map(TopicPartition::partition)
                        .toList();
    }
}
