package io.multichat.jobs.wait;

import io.multichat.events.text.Durations;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Fails a wait that makes no progress for too long. Used by one thread. */
public final class StallGuard {
    private final Duration timeout;
    private final LongSupplier nanoClock;
    private Object last;
    private long lastChange;

    /**
     * Begins now.
     *
     * @param timeout how long there may be no progress
     * @param nanoClock measures time as {@link System#nanoTime} does
     */
    public StallGuard(Duration timeout, LongSupplier nanoClock) {
        this.timeout = timeout;
        this.nanoClock = nanoClock;
        this.lastChange = nanoClock.getAsLong();
    }

    /**
     * Notes the current progress.
     *
     * @param progress compared with {@code equals}: any difference is progress
     * @param waitingFor named in the error, for example {@code the sinks … to commit}
     * @throws WaitFailedException when the progress has not changed for the timeout
     */
    public void observe(Object progress, Supplier<String> waitingFor) {
        long now = nanoClock.getAsLong();
        if (!progress.equals(last)) {
            last = progress;
            lastChange = now;
        } else if (now - lastChange > timeout.toNanos()) {
            throw new WaitFailedException("everything is published, but there was no progress for "
                    + Durations.format(timeout) + " (--stall-timeout) while waiting for " + waitingFor.get());
        }
    }
}
