package io.multichat.sinks.core.loop;

import io.multichat.reading.StoreException;
import io.multichat.sinks.core.SinkStore;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The batches that a task has decoded and its store has not finished. The store writes them in order in the thread of {@link
 * Overlap}, while the task decodes the next ones. Only one of the two threads uses the store at a time: the task must {@linkplain
 * #take() take} all results, or {@linkplain #clear clear} the queue, before it uses the store itself.
 *
 * <p>When a batch fails, displaces the store or contains a record that the store rejects, no later batch is written before the
 * task has taken the result. The task then delivers a batch with a rejected record itself, and those behind it, because only
 * the task may report records. Used by the task's thread.
 */
final class BatchQueue {
    private static final Logger LOG = LoggerFactory.getLogger(BatchQueue.class);
    // As much as SQLite's largest transaction: it is decoded while the store commits.
    private static final int MAX_RECORDS = 20_000;
    private static final long MAX_BYTES = 16L << 20;

    private final SinkStore store;
    private final Delivery delivery;
    private final Overlap overlap;
    private final Deque<QueuedBatch> queued = new ArrayDeque<>();
    private int records;
    private long bytes;
    /** Set by the store's thread: a batch is being written, or it ended in a way that lets no other follow. */
    private volatile boolean stopped;
    /** Set by the task's thread: no other batch may be written. */
    private volatile boolean dropping;

    BatchQueue(SinkStore store, Delivery delivery, Overlap overlap) {
        this.store = store;
        this.delivery = delivery;
        this.overlap = overlap;
    }

    /** True if the store's thread will write a batch; otherwise the task delivers it when it takes the result. */
    boolean accepts(DecodedBatch batch) {
        return batch.entries().size() >= overlap.fromRecords() && batch.poison().isEmpty();
    }

    /** True if a result must be taken before another batch is added. */
    boolean isFull() {
        return records >= MAX_RECORDS || bytes >= MAX_BYTES;
    }

    boolean isEmpty() {
        return queued.isEmpty();
    }

    /** True if {@link #take()} returns without waiting for the store's thread. */
    boolean hasResult() {
        return !queued.isEmpty() && queued.peek().isDone();
    }

    void add(ReadBatch batch) {
        boolean accepted = accepts(batch.decoded());
        QueuedBatch next = new QueuedBatch(batch, () -> accepted ? write(batch) : Optional.empty());
        queued.add(next);
        records += batch.decoded().entries().size();
        bytes += next.bytes();
        next.runIn(accepted ? overlap.thread() : Runnable::run);
    }

    /**
     * Waits for the oldest batch, or delivers it, and removes it.
     *
     * @throws StoreException as {@link Delivery#deliver} and {@link SinkStore#passed} do; the queue must then be cleared
     */
    DeliveredBatch take() {
        QueuedBatch oldest = queued.element();
        DeliveredBatch delivered = oldest.result().orElseGet(() -> deliver(oldest.batch()));
        queued.remove();
        records -= oldest.batch().decoded().entries().size();
        bytes -= oldest.bytes();
        if (queued.isEmpty()) {
            stopped = false;
        }
        return delivered;
    }

    /**
     * Drops all batches, after the one that is being written. Never fails.
     *
     * @param positions moved back to the first record that was dropped: the store may have no position of its own
     */
    void clear(ReadPositions positions) {
        dropping = true;
        for (QueuedBatch next : queued) {
            try {
                next.result();
            } catch (RuntimeException | Error e) {
                // Dropped like the others: what the store does not hold is read again.
                LOG.debug("a dropped batch had failed", e);
            }
        }
        queued.forEach(dropped -> positions.takeBack(dropped.batch().read()));
        queued.clear();
        records = 0;
        bytes = 0;
        stopped = false;
        dropping = false;
    }

    /** Delivers a batch in the task's thread, while the other one is idle. */
    private DeliveredBatch deliver(ReadBatch batch) {
        batch.setBack().forEach(store::setBack);
        int reported = delivery.deliver(batch.decoded());
        return batch.delivered(store.passed(batch.read()), reported);
    }

    /** Writes a batch in the store's thread; empty if the task must deliver it. */
    private Optional<DeliveredBatch> write(ReadBatch batch) {
        if (stopped || dropping) {
            return Optional.empty();
        }
        stopped = true;
        batch.setBack().forEach(store::setBack);
        try {
            store.write(batch.decoded().entries());
        } catch (StoreException e) {
            if (e.verdict() == StoreException.Verdict.REPORT) {
                return Optional.empty();
            }
            throw e;
        }
        DeliveredBatch delivered = batch.delivered(store.passed(batch.read()), 0);
        stopped = delivered.progress().displaced();
        return Optional.of(delivered);
    }
}
