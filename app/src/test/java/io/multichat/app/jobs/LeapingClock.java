package io.multichat.app.jobs;

import java.time.Duration;
import java.util.function.LongSupplier;

/** A nanosecond clock that advances two minutes with each reading. For one thread. */
final class LeapingClock implements LongSupplier {
    private long nanos;

    @Override
    public long getAsLong() {
        nanos += Duration.ofMinutes(2).toNanos();
        return nanos;
    }
}
