package io.multichat.topology;

import static io.multichat.topology.testing.Story.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.Topics;
import io.multichat.events.codec.EventEncoder;
import io.multichat.topology.state.ledger.RecordCounts;
import io.multichat.topology.testing.Chat;
import io.multichat.topology.testing.TopologyExtension;
import io.multichat.topology.testing.TopologyFixture;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every record read is counted once. */
class AccountingTest {
    @RegisterExtension
    final TopologyExtension topologies = new TopologyExtension();

    @Test
    void theCountsOfAPartitionAddUpToTheRecordsRead() {
        TopologyFixture topology = topologies.open();
        Chat home = Chat.atHome("talk");
        Chat away = Chat.away("talk");
        byte[] foreign = new EventEncoder().encode(away.message("m2", BASE));

        topology.publish(home.message("m1", BASE));
        topology.publish(home.message("m1", BASE));
        topology.publish(home.edit("m0", BASE));
        topology.publish(away.message("m1", BASE));
        topology.publish(away.message("m1", BASE));
        topology.publish(away.edit("m0", BASE));
        topology.publish(new byte[] {1}, foreign, new RecordHeaders());
        topology.publish(null, null, new RecordHeaders());

        Map<TopicPartition, RecordCounts> accounts = topology.queries().recordCounts();
        assertThat(accounts)
                .containsExactly(Map.entry(new TopicPartition(Topics.MESSAGES, 0), new RecordCounts(8, 3, 2, 1, 2, 4)));
        assertThat(topology.outputs().transcript()).hasSize(3);
        assertThat(topology.outputs().deadLetters()).hasSize(1);
    }

    @Test
    void withoutRecordsThereAreNoCounts() {
        TopologyFixture topology = topologies.open();
        assertThat(topology.queries().recordCounts()).isEmpty();
    }
}
