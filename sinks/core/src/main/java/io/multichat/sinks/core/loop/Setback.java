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
 * The wait after a failure. The task returns normally, with its consumer paused; a time-out alone would not hold the worker back,
 * since it only shortens the wait for records. Used by one thread, but for {@link #present()}.
 */
final class Setback {
    private static final Logger LOG = LoggerFactory.getLogger(Setback.class);

    private final SinkTaskContext context;
    private final LongSupplier clockMs;
    private final RetryBackoff backoff = new RetryBackoff();
    private volatile boolean present;
    private long endsAtMs;
    private long failingSinceMs;
    /** What was durable when the last failure came; null when the store has moved on since. */
    private Map<TopicPartition, Long> durable;

    Setback(SinkTaskContext context, LongSupplier clockMs) {
        this.context = context;
        this.clockMs = clockMs;
    }

    void begin(StoreException failure, Collection<TopicPartition> owned, Map<TopicPartition, Long> durableNow) {
        long waitMs = backoff.nextMs();
        LOG.warn("{}; what is not committed is read again in {} ms", failure.getMessage(), waitMs);
        LOG.debug("The failure", failure);
        if (durable == null) {
            failingSinceMs = clockMs.getAsLong();
        }
        durable = durableNow;
        present = true;
        endsAtMs = clockMs.getAsLong() + waitMs;
        hold(owned);
        context.timeout(waitMs);
    }

    /** Keeps topic-partitions from being read until {@link #end}. */
    void hold(Collection<TopicPartition> partitions) {
        context.pause(partitions.toArray(new TopicPartition[0]));
    }

    /** True from {@link #begin} to {@link #end}; what is delivered meanwhile is to be dropped. */
    boolean present() {
        return present;
    }

    /** True when it is too early to try again. */
    boolean waiting() {
        long restMs = present ? endsAtMs - clockMs.getAsLong() : 0;
        if (restMs > 0) {
            context.timeout(restMs);
        }
        return restMs > 0;
    }

    void end(Collection<TopicPartition> owned) {
        present = false;
        context.resume(owned.toArray(new TopicPartition[0]));
    }

    /** To be called after each success; once the store has moved on, the next failure is a new one. */
    void succeeded(Map<TopicPartition, Long> durableNow) {
        if (durable != null && !durable.equals(durableNow)) {
            durable = null;
            backoff.reset();
            LOG.info("The store takes records again, {} ms after it failed", clockMs.getAsLong() - failingSinceMs);
        }
    }
}
