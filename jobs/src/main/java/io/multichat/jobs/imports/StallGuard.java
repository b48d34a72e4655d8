package io.multichat.jobs.imports;

import io.multichat.events.text.Durations;
import java.time.Duration;
import java.util.function.Supplier;

/** Notices when nothing moves any more. Used by one thread. */
final class StallGuard {
    private final Duration timeout;
    private Object last;
    private long lastChange = System.nanoTime();

    StallGuard(Duration timeout) {
        this.timeout = timeout;
    }

    /**
     * Tells how far things are.
     *
     * @param progress compared with {@code equals}: any difference is progress
     * @param waitingFor named when it has been the same for too long
     * @throws ImportException when it has
     */
    void observe(Object progress, Supplier<String> waitingFor) {
        long now = System.nanoTime();
        if (!progress.equals(last)) {
            last = progress;
            lastChange = now;
        } else if (now - lastChange > timeout.toNanos()) {
            throw new ImportException("everything is published, but nothing has moved for " + Durations.format(timeout)
                    + " while waiting for " + waitingFor.get() + " (--stall-timeout)");
        }
    }
}
