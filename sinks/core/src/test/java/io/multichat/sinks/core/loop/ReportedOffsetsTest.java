package io.multichat.sinks.core.loop;

import static io.multichat.sinks.core.testing.SinkRecords.message;
import static io.multichat.sinks.core.testing.SinkRecords.placed;
import static io.multichat.sinks.core.testing.SinkRecords.transcript;
import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.Conversation;
import io.multichat.events.Topics;
import io.multichat.reading.StoreException;
import io.multichat.sinks.core.ConfiguredStore;
import io.multichat.sinks.core.SinkTopics;
import io.multichat.sinks.core.testing.SinkRecords;
import io.multichat.sinks.core.testing.WorkerContext;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

class ReportedOffsetsTest {
    private static final TopicPartition PARTITION = new TopicPartition(Topics.TRANSCRIPT, 0);

    private final MovableStore store = new MovableStore();
    private final AtomicLong clockMs = new AtomicLong();
    private final SinkLoop loop = new SinkLoop(
            new ConfiguredStore(store, SinkTopics.defaults()), new WorkerContext(), clockMs::get, Overlap.NONE);

    @Test
    void areNeverBeyondTheRewoundPositionOfTheConsumer() {
        loop.open(List.of(PARTITION));
        loop.put(List.of(record(0), record(1), record(2)));
        store.failure = new StoreException(StoreException.Verdict.RETRY, "away", null);
        loop.put(List.of(record(3)));
        store.failure = null;
        // Like a store that reads its last record again to check that the log is unchanged.
        store.positions.put(PARTITION, 2L);

        clockMs.set(1_000);
        loop.put(List.of());

        assertThat(loop.preCommit()).isEmpty();
        loop.put(List.of(record(2), record(3)));
        assertThat(loop.preCommit()).containsEntry(PARTITION, new OffsetAndMetadata(4, "stored"));
    }

    @Test
    void differFromTheOffsetsThatConnectTakesForCommittedAfterARewind() {
        store.positions.put(PARTITION, 7L);

        loop.open(List.of(PARTITION));
        loop.put(List.of());

        // Connect notes the position 7 as committed when it rewinds, and skips a commit of the same value.
        assertThat(loop.preCommit().get(PARTITION)).isNotEqualTo(new OffsetAndMetadata(7));
        assertThat(loop.preCommit().get(PARTITION).offset()).isEqualTo(7);
    }

    private static SinkRecord record(long offset) {
        Conversation conversation = Conversation.of("irc", "#lounge");
        return transcript(
                new SinkRecords.At(0, offset), message(conversation, "m" + offset, offset, ""), placed(offset, 0));
    }
}
