package io.multichat.sinks.core.loop;

import io.multichat.reading.StoreException;
import io.multichat.sinks.core.ConfiguredStore;
import io.multichat.sinks.core.OffsetRange;
import io.multichat.sinks.core.Progress;
import io.multichat.sinks.core.SinkStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTaskContext;

/**
 * What every sink task does: reads from the store's positions on, delivers each batch, and after a failure gives up what is not
 * durable, waits, and reads it again. A task hands its calls on to this, one for one.
 *
 * <p>Connect itself delivers only its last batch again, and commits offsets of its own; neither is right for a store that holds
 * records back or was replaced. So no exception asks Connect for a redelivery: the consumer is set back instead. Used by the one
 * thread of the task.
 */
final class SinkLoop implements AutoCloseable {
    private final SinkStore store;
    private final SinkTaskContext context;
    private final Delivery delivery;
    private final Setback setback;
    private final SinkMetrics metrics;
    private final ReadPositions positions = new ReadPositions();
    private final Set<TopicPartition> owned = new HashSet<>();
    private Map<TopicPartition, Long> durable = Map.of();

    /**
     * The loop of a task that has begun to start.
     *
     * @param clockMs a clock that never goes back, milliseconds
     */
    SinkLoop(ConfiguredStore configured, SinkTaskContext context, LongSupplier clockMs) {
        store = configured.store();
        this.context = context;
        delivery = new Delivery(new EntryDecoder(configured.topics()), store::write, context.errantRecordReporter());
        setback = new Setback(context, clockMs);
        metrics = new SinkMetrics(context.pluginMetrics(), setback::present);
    }

    /** For {@link org.apache.kafka.connect.sink.SinkTask#open}. */
    void open(Collection<TopicPartition> partitions) {
        store.take(partitions);
        owned.addAll(partitions);
        if (setback.present()) {
            setback.hold(partitions);
        } else {
            attempt(this::readFromPositions);
        }
    }

    /**
     * For {@link org.apache.kafka.connect.sink.SinkTask#put}. While the store is away it returns at once.
     *
     * @throws ConnectException when a person has to act first
     */
    void put(Collection<SinkRecord> records) {
        if (setback.waiting()) {
            return;
        }
        attempt(() -> {
            if (setback.present()) {
                readFromPositions();
                setback.end(owned);
            } else {
                deliver(records);
            }
        });
    }

    /** For {@link org.apache.kafka.connect.sink.SinkTask#preCommit}: so that Connect's offsets show the lag. */
    Map<TopicPartition, OffsetAndMetadata> preCommit() {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        Map<TopicPartition, Long> reading = positions.all();
        durable.forEach((partition, next) -> {
            // Connect complains of offsets beyond the place to which its consumer was set back.
            if (owned.contains(partition) && next <= reading.getOrDefault(partition, 0L)) {
                offsets.put(partition, new OffsetAndMetadata(next));
            }
        });
        return offsets;
    }

    /** For {@link org.apache.kafka.connect.sink.SinkTask#close}. */
    void close(Collection<TopicPartition> partitions) {
        store.release(partitions);
        positions.forget(partitions);
        owned.removeAll(Set.copyOf(partitions));
    }

    /** For {@link org.apache.kafka.connect.sink.SinkTask#stop}; Connect has closed all topic-partitions before. */
    @Override
    public void close() {
        store.close();
    }

    private void deliver(Collection<SinkRecord> records) {
        Map<TopicPartition, OffsetRange> covered = ReadPositions.covered(records);
        positions.setBackBy(covered).forEach(store::setBack);
        long beganNs = System.nanoTime();
        int reported = delivery.deliver(records);
        Progress progress = store.passed(positions.moveBehind(covered));
        if (!records.isEmpty()) {
            metrics.delivered(records.size() - reported, reported, System.nanoTime() - beganNs);
        }
        durable = progress.durable();
        setback.succeeded(durable);
        if (progress.displaced()) {
            metrics.readAgain();
            readFromPositions();
        }
        context.timeout(progress.untilDueMs());
    }

    private void readFromPositions() {
        positions.putAll(store.positions());
        context.offset(positions.all());
    }

    private void attempt(Runnable step) {
        try {
            step.run();
        } catch (StoreException e) {
            store.abandon();
            if (e.verdict() != StoreException.Verdict.RETRY) {
                throw new ConnectException(e.getMessage(), e);
            }
            metrics.failed();
            setback.begin(e, owned, durable);
        } catch (RuntimeException e) {
            store.abandon();
            throw e;
        }
    }
}
