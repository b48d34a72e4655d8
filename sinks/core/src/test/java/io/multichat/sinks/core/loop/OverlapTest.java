package io.multichat.sinks.core.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.Conversation;
import io.multichat.events.Topics;
import io.multichat.reading.StoreException;
import io.multichat.sinks.core.ConfiguredStore;
import io.multichat.sinks.core.SinkTopics;
import io.multichat.sinks.core.testing.SinkRecords;
import io.multichat.sinks.core.testing.WorkerContext;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.stream.LongStream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A task that decodes while its store writes. The test decides when the store's thread works. */
class OverlapTest {
    private static final TopicPartition PARTITION = new TopicPartition(Topics.TRANSCRIPT, 0);

    private final MovableStore store = new MovableStore();
    private final WorkerContext context = new WorkerContext();
    private final Queue<Runnable> work = new ArrayDeque<>();
    private long now;
    private final SinkLoop loop = new SinkLoop(
            new ConfiguredStore(store, SinkTopics.defaults()), context, () -> now, new Overlap(work::add, 2));

    @BeforeEach
    void openAtZero() {
        loop.open(List.of(PARTITION));
        context.rewinds.clear();
    }

    @Test
    void theNextBatchesAreReadWhileTheStoreWritesAndOffsetsWaitForIt() {
        loop.put(records(0, 3));
        loop.put(records(3, 6));
        assertThat(store.durable).isEmpty();
        assertThat(loop.preCommit()).isEmpty();
        assertThat(context.timeouts).containsExactly(1L, 1L);

        work();
        loop.put(List.of());

        assertThat(store.durable).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
        assertThat(loop.preCommit().get(PARTITION).offset()).isEqualTo(6);
        assertThat(context.timeouts).last().isEqualTo(1_234L);
    }

    @Test
    void afterAFailureNoLaterBatchIsWritten() {
        loop.put(records(0, 3));
        loop.put(records(3, 6));
        store.failure = new StoreException(StoreException.Verdict.RETRY, "away", null);
        work.remove().run();
        store.failure = null;
        work();

        loop.put(records(6, 9));

        assertThat(store.durable).isEmpty();
        assertThat(context.paused).containsExactly(PARTITION);
    }

    @Test
    void afterAFailureTheFirstRecordThatWasNotWrittenIsReadAgainEvenIfTheStoreHasLostItsPositions() {
        loop.put(records(0, 3));
        work();
        loop.put(records(3, 6));
        loop.put(records(6, 9));
        store.failure = new StoreException(StoreException.Verdict.RETRY, "away", null);
        work();
        loop.put(List.of());
        store.failure = null;
        store.forgetful = true;
        now = 60_000;

        loop.put(List.of());

        assertThat(context.rewinds).containsEntry(PARTITION, 3L);
    }

    @Test
    void whenTheStoreIsDisplacedWhatWasReadAheadIsDropped() {
        loop.put(records(0, 3));
        work();
        store.positions.put(PARTITION, 1L);
        loop.put(records(3, 6));
        loop.put(records(6, 9));
        work();

        loop.put(records(9, 12));

        assertThat(context.rewinds).containsEntry(PARTITION, 1L);
        assertThat(store.durable).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
        assertThat(loop.preCommit().get(PARTITION).offset()).isEqualTo(1);
    }

    @Test
    void aRejectedRecordIsReportedByTheTaskAndTheOthersAreWrittenInOrder() {
        loop.put(records(0, 3));
        loop.put(records(3, 6));
        store.rejected = 1;
        work();
        assertThat(context.reported).isEmpty();

        loop.put(List.of());

        assertThat(context.reported).extracting(SinkRecord::kafkaOffset).containsExactly(1L);
        assertThat(store.durable).containsExactly(0L, 2L, 3L, 4L, 5L);
    }

    @Test
    void aBatchWithAnInvalidRecordWaitsForThoseBeforeIt() {
        loop.put(records(0, 3));
        work();

        loop.put(List.of(
                records(3, 4).get(0),
                SinkRecords.raw(Topics.TRANSCRIPT, new SinkRecords.At(0, 4), new byte[] {'?'}),
                records(5, 6).get(0)));

        assertThat(store.durable).containsExactly(0L, 1L, 2L, 3L, 5L);
        assertThat(context.reported).extracting(SinkRecord::kafkaOffset).containsExactly(4L);
    }

    @Test
    void partitionsAreReleasedOnlyWhenTheirBatchesAreWritten() {
        loop.put(records(0, 3));
        work();

        loop.close(List.of(PARTITION));

        assertThat(store.durable).containsExactly(0L, 1L, 2L);
    }

    /** The store's thread does all of its work. */
    private void work() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    private static List<SinkRecord> records(long from, long to) {
        return LongStream.range(from, to)
                .mapToObj(offset -> SinkRecords.transcript(
                        new SinkRecords.At(0, offset),
                        SinkRecords.message(Conversation.of("irc", "c"), "m" + offset, 1_000, ""),
                        SinkRecords.placed(1_000, offset)))
                .toList();
    }
}
