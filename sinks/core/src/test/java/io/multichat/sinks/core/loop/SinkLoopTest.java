package io.multichat.sinks.core.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.events.Conversation;
import io.multichat.events.Topics;
import io.multichat.reading.StoreException;
import io.multichat.sinks.core.ConfiguredStore;
import io.multichat.sinks.core.SinkTopics;
import io.multichat.sinks.core.testing.SinkRecords;
import io.multichat.sinks.core.testing.WorkerContext;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SinkLoopTest {
    private static final TopicPartition PARTITION = new TopicPartition(Topics.TRANSCRIPT, 0);
    private static final StoreException AWAY = new StoreException(StoreException.Verdict.RETRY, "away", null);

    private final MovableStore store = new MovableStore();
    private final WorkerContext context = new WorkerContext();
    private final AtomicLong clockMs = new AtomicLong();
    private final SinkLoop loop =
            new SinkLoop(new ConfiguredStore(store, SinkTopics.defaults()), context, clockMs::get, Overlap.NONE);

    @BeforeEach
    void openAtTen() {
        store.positions.put(PARTITION, 10L);
        loop.open(List.of(PARTITION));
    }

    @Test
    void readingStartsAtTheStoresPositionAndConnectGetsTheProgress() {
        assertThat(context.rewinds).containsEntry(PARTITION, 10L);

        loop.put(records(10, 13));

        assertThat(store.durable).containsExactly(10L, 11L, 12L);
        assertThat(loop.preCommit()).containsOnlyKeys(PARTITION).containsValue(new OffsetAndMetadata(13, "stored"));
        assertThat(context.timeouts).containsExactly(1_234L);
    }

    @Test
    void afterAFailureTheConsumerIsPausedAndLaterReadsAgainFromTheStoresPosition() {
        loop.put(records(10, 12));
        store.failure = AWAY;
        loop.put(records(12, 15));
        assertThat(context.paused).containsExactly(PARTITION);
        context.rewinds.clear();

        clockMs.set(999);
        loop.put(List.of());
        assertThat(context.rewinds).isEmpty();
        store.failure = null;
        clockMs.set(1_000);
        loop.put(List.of());

        assertThat(context.rewinds).containsEntry(PARTITION, 12L);
        assertThat(context.paused).isEmpty();
        loop.put(records(12, 15));
        assertThat(store.durable).containsExactly(10L, 11L, 12L, 13L, 14L);
    }

    @Test
    void theDelayGrowsUntilTheStoreAdvances() {
        store.failure = AWAY;
        loop.put(records(10, 11));
        clockMs.addAndGet(1_000);
        loop.put(List.of());
        clockMs.addAndGet(2_000);
        loop.put(List.of());
        store.failure = null;
        clockMs.addAndGet(4_000);
        loop.put(List.of());
        loop.put(records(10, 11));
        store.failure = AWAY;
        loop.put(records(11, 12));

        assertThat(context.timeouts).containsExactly(1_000L, 2_000L, 4_000L, 1_234L, 1_000L);
        assertThat(metric("store-failures-total")).isEqualTo(4.0);
        assertThat(metric("store-away")).isEqualTo(1);
    }

    @Test
    void partitionsOpenedDuringAnOutageAreReadFromTheirPositionsAfterIt() {
        TopicPartition second = new TopicPartition(Topics.TRANSCRIPT, 1);
        store.failure = AWAY;
        loop.put(records(10, 11));
        loop.open(List.of(second));
        assertThat(context.paused).containsExactlyInAnyOrder(PARTITION, second);

        store.failure = null;
        clockMs.set(1_000);
        loop.put(List.of());

        assertThat(context.rewinds).containsEntry(PARTITION, 10L).containsEntry(second, 0L);
        assertThat(context.paused).isEmpty();
    }

    @Test
    void thePositionFollowsARecreatedLogAndAnEmptiedStore() {
        loop.put(records(3, 10));
        assertThat(store.positions).containsEntry(PARTITION, 10L);
        loop.put(records(10, 12));
        store.positions.put(PARTITION, 0L);

        loop.put(records(12, 14));

        assertThat(context.rewinds).containsEntry(PARTITION, 0L);
        assertThat(metric("rereads-total")).isEqualTo(1.0);
        loop.put(records(0, 2));
        assertThat(store.positions).containsEntry(PARTITION, 2L);
    }

    @Test
    void aStoreThatNeedsAnOperatorStopsTheTask() {
        store.failure = new StoreException(StoreException.Verdict.STOP, "read-only", null);

        assertThatThrownBy(() -> loop.put(records(10, 11)))
                .isExactlyInstanceOf(ConnectException.class)
                .hasMessage("read-only");
        assertThatThrownBy(() -> loop.open(List.of(PARTITION))).hasMessage("read-only");
    }

    @Test
    void metricsCountWrittenAndReportedRecords() {
        loop.put(List.of(
                records(10, 11).get(0),
                SinkRecords.raw(Topics.TRANSCRIPT, new SinkRecords.At(0, 11), new byte[] {'?'}),
                records(12, 13).get(0)));

        assertThat(metric("records-written-total")).isEqualTo(2.0);
        assertThat(metric("records-reported-total")).isEqualTo(1.0);
        assertThat(metric("store-away")).isEqualTo(0);
    }

    private Object metric(String name) {
        return context.metrics.metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals(name))
                .findFirst()
                .orElseThrow()
                .metricValue();
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
