package io.multichat.sinks.core.loop;

import io.multichat.reading.StoreException;
import io.multichat.sinks.core.ConfiguredStore;
import io.multichat.sinks.core.OffsetRange;
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
 * The work of every sink task: it reads from the store's positions, delivers each batch, and after a failure discards what is not
 * durable, waits, and reads again.
 *
 * <p>On a retriable exception Connect redelivers only its last batch, and it commits offsets of its own. Both are wrong for a
 * store that buffers records or was replaced. The loop therefore never throws a retriable exception; it rewinds the consumer
 * instead. Used by the task's thread.
 */
final class SinkLoop implements AutoCloseable {
    /**
     * Marks offsets that the store holds. Connect assumes that an offset to which a task rewinds is committed, and skips commits
     * that equal it; without the mark, the offsets of a group would stay behind a store that was ahead of them at the start.
     */
    private static final String STORED = "stored";

    /** The wait for records while batches are queued, in milliseconds: just long enough to take those that have arrived. */
    private static final long QUEUED_WAIT_MS = 1;

    private final SinkStore store;
    private final SinkTaskContext context;
    private final Delivery delivery;
    private final BatchQueue queue;
    private final StoreOutage outage;
    private final SinkMetrics metrics;
    private final ReadPositions positions = new ReadPositions();
    private final Set<TopicPartition> owned = new HashSet<>();
    private Map<TopicPartition, Long> durable = Map.of();
    private boolean displaced;

    /**
     * Creates the loop of a starting task.
     *
     * @param clockMs a clock that never goes back, in milliseconds
     */
    SinkLoop(ConfiguredStore configured, SinkTaskContext context, LongSupplier clockMs, Overlap overlap) {
        store = configured.store();
        this.context = context;
        EntryDecoder decoder = new EntryDecoder(configured.topics(), store.needsEvents());
        delivery = new Delivery(decoder, store::write, context.errantRecordReporter());
        queue = new BatchQueue(store, delivery, overlap);
        outage = new StoreOutage(context, clockMs);
        metrics = new SinkMetrics(context.pluginMetrics(), outage::ongoing);
    }

    /** Implements {@link org.apache.kafka.connect.sink.SinkTask#open}. */
    void open(Collection<TopicPartition> partitions) {
        attempt(() -> settle(false));
        store.take(partitions);
        owned.addAll(partitions);
        if (outage.ongoing()) {
            outage.pause(partitions);
        } else {
            attempt(this::readFromPositions);
        }
    }

    /**
     * Implements {@link org.apache.kafka.connect.sink.SinkTask#put}. Returns at once while the store is unavailable.
     *
     * @throws ConnectException if an operator must act before anything can be written
     */
    void put(Collection<SinkRecord> records) {
        if (outage.tooEarlyToRetry()) {
            return;
        }
        attempt(() -> {
            if (outage.ongoing()) {
                readFromPositions();
                outage.end(owned);
            } else {
                deliver(records);
            }
            if (displaced) {
                metrics.readAgain();
                readFromPositions();
            }
        });
    }

    /** Implements {@link org.apache.kafka.connect.sink.SinkTask#preCommit}, so that Connect's offsets show the lag. */
    Map<TopicPartition, OffsetAndMetadata> preCommit() {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        Map<TopicPartition, Long> reading = positions.all();
        durable.forEach((partition, next) -> {
            // Connect rejects offsets beyond the position to which its consumer was rewound.
            if (owned.contains(partition) && next <= reading.getOrDefault(partition, 0L)) {
                offsets.put(partition, new OffsetAndMetadata(next, STORED));
            }
        });
        return offsets;
    }

    /** Implements {@link org.apache.kafka.connect.sink.SinkTask#close}. */
    void close(Collection<TopicPartition> partitions) {
        attempt(() -> settle(false));
        store.release(partitions);
        positions.forget(partitions);
        owned.removeAll(Set.copyOf(partitions));
    }

    /** Implements {@link org.apache.kafka.connect.sink.SinkTask#stop}; Connect has already closed all partitions. */
    @Override
    public void close() {
        queue.clear(positions);
        store.close();
    }

    private void deliver(Collection<SinkRecord> records) {
        long beganNs = System.nanoTime();
        boolean idle = records.isEmpty() && !queue.isEmpty();
        DecodedBatch decoded = delivery.decode(records);
        boolean queueable = queue.accepts(decoded);
        settle(queueable);
        // Without records, the wait was for the queue; the store is asked next time.
        if (displaced || idle) {
            return;
        }
        Map<TopicPartition, OffsetRange> covered = ReadPositions.covered(records);
        ReadBatch batch = new ReadBatch(decoded, positions.setBackBy(covered), positions.moveBehind(covered), beganNs);
        queue.add(batch);
        if (queueable) {
            context.timeout(QUEUED_WAIT_MS);
        } else {
            settle(false);
        }
    }

    /**
     * Takes results from the queue until the store is displaced: all of them, or those that are there and as many as another
     * batch needs.
     */
    private void settle(boolean onlyForAnother) {
        while (!displaced && !queue.isEmpty() && (!onlyForAnother || queue.hasResult() || queue.isFull())) {
            DeliveredBatch batch = queue.take();
            if (batch.written() + batch.reported() > 0) {
                metrics.delivered(batch.written(), batch.reported(), batch.tookNs());
            }
            durable = batch.progress().durable();
            outage.succeeded(durable);
            displaced = batch.progress().displaced();
            context.timeout(batch.progress().untilDueMs());
        }
    }

    /** Reads from the store's positions, and drops what was read already. */
    private void readFromPositions() {
        queue.clear(positions);
        displaced = false;
        positions.putAll(store.positions());
        context.offset(positions.all());
    }

    private void attempt(Runnable step) {
        try {
            step.run();
        } catch (StoreException e) {
            queue.clear(positions);
            store.abandon();
            if (e.verdict() != StoreException.Verdict.RETRY) {
                throw new ConnectException(e.getMessage(), e);
            }
            metrics.failed();
            outage.begin(e, owned, durable);
        } catch (RuntimeException e) {
            queue.clear(positions);
            store.abandon();
            throw e;
        }
    }
}
