package io.multichat.jobs.erase;

import io.multichat.jobs.wait.Pause;
import io.multichat.jobs.wait.StallGuard;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Waits until SQLite has cleaned its files, which also after a crash it does some time after an erasure. Used by one thread.
 *
 * @param settle how long SQLite may put off a cleanup after the one before; nothing need change in this time
 * @param stallTimeout how long it may then take
 * @param nanoClock measures time as {@link System#nanoTime} does
 */
record CleanupWait(Duration settle, Duration stallTimeout, LongSupplier nanoClock) {
    private static final long POLL_NANOS = Duration.ofMillis(200).toNanos();
    private static final String WAITING_FOR = "SQLite to remove what erased rows leave behind in its files";

    /** @throws io.multichat.jobs.wait.WaitFailedException if it takes longer, or the thread is interrupted */
    void await(BooleanSupplier cleanedUp) {
        StallGuard guard = new StallGuard(stallTimeout, nanoClock);
        long begin = nanoClock.getAsLong();
        while (!cleanedUp.getAsBoolean()) {
            long waited = Math.min(nanoClock.getAsLong() - begin, settle.toNanos());
            guard.observe(waited, () -> WAITING_FOR);
            Pause.nanos(POLL_NANOS, WAITING_FOR);
        }
    }
}
