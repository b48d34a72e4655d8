package io.multichat.sinks.core.loop;

import io.multichat.reading.StoreException;
import java.util.Collection;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkTaskContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The time during which a store is unavailable and its task waits with its consumer paused. A timeout alone would not make
 * the worker wait, because it only shortens the wait for new records. Used by the task's thread, except for
 * {@link #ongoing()}, which any thread may call.
 */
final class StoreOutage {
    private static final Logger LOG = LoggerFactory.getLogger(StoreOutage.class);

    private final SinkTaskContext context;
    private final LongSupplier clockMs;
    private final RetryBackoff backoff = new RetryBackoff();
    private volatile boolean ongoing;
    private long retryAtMs;
    private long failingSinceMs;
    /** The durable positions at the last failure; null if the store has advanced since. */
    private Map<TopicPartition, Long> durable;

    StoreOutage(SinkTaskContext context, LongSupplier clockMs) {
        this.context = context;
        this.clockMs = clockMs;
    }

    /** Starts an outage, or extends it after another failed attempt. */
    void begin(StoreException failure, Collection<TopicPartition> owned, Map<TopicPartition, Long> durableNow) {
        long waitMs = backoff.nextMs();
        LOG.warn("{}; retrying in {} ms from the last committed position", failure.getMessage(), waitMs);
        LOG.debug("Stack trace of the failure", failure);
        if (durable == null) {
            failingSinceMs = clockMs.getAsLong();
        }
        durable = durableNow;
        ongoing = true;
        retryAtMs = clockMs.getAsLong() + waitMs;
        pause(owned);
        context.timeout(waitMs);
    }

    /** Pauses partitions until {@link #end}. */
    void pause(Collection<TopicPartition> partitions) {
        context.pause(partitions.toArray(new TopicPartition[0]));
    }

    /** True from {@link #begin} to {@link #end}; records delivered in between must be dropped. */
    boolean ongoing() {
        return ongoing;
    }

    /** True if it is too early to retry; asks the worker to call again in time. */
    boolean tooEarlyToRetry() {
        long remainingMs = ongoing ? retryAtMs - clockMs.getAsLong() : 0;
        if (remainingMs > 0) {
            context.timeout(remainingMs);
        }
        return remainingMs > 0;
    }

    /** Ends the outage and resumes the task's partitions. */
    void end(Collection<TopicPartition> owned) {
        ongoing = false;
        context.resume(owned.toArray(new TopicPartition[0]));
    }

    /** Must be called after each successful batch; once the store has advanced, the backoff starts over. */
    void succeeded(Map<TopicPartition, Long> durableNow) {
        if (durable != null && !durable.equals(durableNow)) {
            durable = null;
            backoff.reset();
            LOG.info("The store accepts records again after {} ms", clockMs.getAsLong() - failingSinceMs);
        }
    }
}
