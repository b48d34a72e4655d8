package io.multichat.server.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.server.publish.PublishedEvent;
import io.multichat.topology.state.ledger.RecordCounts;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** An input topic that was created again: the counts of the state are those of the old one, which had 100 events. */
class CommittedEventsTest {
    private static final TopicPartition SOURCE = new TopicPartition("chat-messages", 0);
    private static final List<PublishedEvent> TOKEN = List.of(new PublishedEvent("chat-messages", 0, 3));
    private static final RecordCounts OLD = new RecordCounts(100, 100, 0, 0, 0, 0);

    private long committed = 3;
    private final WrittenEvents written = new WrittenEvents(
            new Offsets(), store -> Map.of(), () -> new ProgressReport(1, OptionalLong.empty(), Map.of(SOURCE, OLD)));

    @Test
    void anEventThatTheTopologyHasNotCommittedIsNotProcessedWhateverTheCountsSay() {
        assertThatThrownBy(() -> written.demand(TOKEN).prepare())
                .isInstanceOf(BehindException.class)
                .hasMessageContaining("chat-messages-0@3");
        assertThatThrownBy(() -> written.requireCommitted(TOKEN)).isInstanceOf(BehindException.class);
    }

    @Test
    void whatWasReadBeforeTheEventWasKnownToBeCommittedIsReadAgain() {
        committed = 4;

        assertThat(written.requireCommitted(TOKEN)).isFalse();
        assertThat(written.requireCommitted(TOKEN)).isTrue();
    }

    private final class Offsets implements TopicOffsets {
        @Override
        public List<String> inputTopics() {
            return List.of(SOURCE.topic());
        }

        @Override
        public int partitions() {
            return 1;
        }

        @Override
        public OptionalLong end(TopicPartition partition) {
            return OptionalLong.of(committed);
        }

        @Override
        public Map<TopicPartition, Long> afterOutput(Set<Integer> partitions) {
            return Map.of();
        }

        @Override
        public Map<TopicPartition, Long> afterSentHome() {
            return Map.of();
        }

        @Override
        public Map<TopicPartition, Long> committed() {
            return Map.of(SOURCE, committed);
        }
    }
}
