package io.multichat.sinks.archive;

import io.multichat.sinks.core.RetryBackoff;
import io.multichat.sinks.core.StoreException;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkTaskContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The wait after a failure. The worker re-delivers only its last batch after an exception, which is not enough for a task that
 * gave up earlier ones; so the task returns normally, and its consumer is paused here and set back by the task. A time-out alone
 * would not hold the worker back: it only shortens the wait for records. Used by one thread.
 */
final class Setback {
    private static final Logger LOG = LoggerFactory.getLogger(Setback.class);

    private final SinkTaskContext context;
    private final LongSupplier clockMs;
    private final RetryBackoff backoff = new RetryBackoff();
    private boolean present;
    private long endsAtMs;

    Setback(SinkTaskContext context, LongSupplier clockMs) {
        this.context = context;
        this.clockMs = clockMs;
    }

    void begin(StoreException failure, Set<TopicPartition> owned) {
        long waitMs = backoff.nextMs();
        LOG.error("{}; what is not committed is read again in {} ms", failure.getMessage(), waitMs, failure);
        present = true;
        endsAtMs = clockMs.getAsLong() + waitMs;
        context.pause(owned.toArray(new TopicPartition[0]));
        context.timeout(waitMs);
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

    void end(Set<TopicPartition> owned) {
        present = false;
        context.resume(owned.toArray(new TopicPartition[0]));
    }

    /** To be called after a commit: the next failure is a new one. */
    void forget() {
        backoff.reset();
    }
}
