package io.multichat.jobs.wait;

import java.util.concurrent.locks.LockSupport;

/** A pause between two looks at what a job waits for. */
public final class Pause {
    private Pause() {}

    /**
     * Pauses.
     *
     * @param nanos how long; no pause if it is not positive
     * @param waitingFor named in the error, for example {@code SQLite to …}
     * @throws WaitFailedException if the thread is interrupted, and stays so; it would not pause any more
     */
    public static void nanos(long nanos, String waitingFor) {
        LockSupport.parkNanos(nanos);
        if (Thread.currentThread().isInterrupted()) {
            throw new WaitFailedException("the program is stopping and no longer waits for " + waitingFor);
        }
    }
}
