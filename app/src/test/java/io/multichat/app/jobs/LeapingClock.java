package io.multichat.app.jobs;

import java.time.Duration;
import java.util.function.LongSupplier;

/** A clock on which two minutes pass between two readings, in nanoseconds. Used by one thread. */
final class LeapingClock implements LongSupplier {
    private long nanos;

    @Override
    public long getAsLong() {
        nanos += Duration.ofMinutes(2).toNanos();
        return nanos;
    }
}
