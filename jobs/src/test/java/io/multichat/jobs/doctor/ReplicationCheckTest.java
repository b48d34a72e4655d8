package io.multichat.jobs.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.reading.diagnosis.Finding;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplicationCheckTest {
    @ParameterizedTest
    @CsvSource({
        "1, 1, 1, 1, ''",
        "3, 3, 2, 3, ''",
        "1, 1, 1, 3, a lost disk loses its records",
        "3, 3, 1, 3, a record that only one broker has counts as stored",
        "3, 3, 3, 3, one stopped broker stops all writes",
        "3, 2, 2, 3, replicas that are not in sync in the partitions [0]",
        "3, 1, 2, 3, accepts no records in the partitions [0]"
    })
    void eachWeaknessIsFound(int replicas, int inSync, int required, int brokers, String problem) {
        List<Finding> findings = ReplicationCheck.findings(topic(replicas, inSync), required, brokers);

        if (problem.isEmpty()) {
            assertThat(findings).isEmpty();
        } else {
            assertThat(findings)
                    .singleElement()
                    .extracting(Finding::problem)
                    .asString()
                    .contains(problem);
        }
    }

    @Test
    void aSettingIsFixedWithACommand() {
        assertThat(ReplicationCheck.findings(topic(3, 3), 1, 3))
                .extracting(Finding::fix)
                .containsExactly("kafka-configs.sh --alter --entity-type topics --entity-name chat-transcript"
                        + " --add-config min.insync.replicas=2");
    }

    private static TopicDescription topic(int replicas, int inSync) {
        List<Node> nodes = IntStream.rangeClosed(1, replicas)
                .mapToObj(id -> new Node(id, "broker" + id, 9092))
                .toList();
        return new TopicDescription(
                "chat-transcript",
                false,
                List.of(new TopicPartitionInfo(0, nodes.get(0), nodes, nodes.subList(0, inSync))));
    }
}
