package io.multichat.app.run;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C and SIGTERM into an orderly stop: the main thread polls {@link #isRaised()}, and the process does not end
 * before {@link #close()}.
 */
final class ShutdownSignal implements AutoCloseable {
    private final CountDownLatch raised = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);

    private ShutdownSignal() {}

    static ShutdownSignal install() {
        ShutdownSignal signal = new ShutdownSignal();
        Runtime.getRuntime().addShutdownHook(new Thread(signal::stopAndWait, "shutdown"));
        return signal;
    }

    boolean isRaised() {
        return raised.getCount() == 0;
    }

    /** Waits until the signal is raised, but no longer than this; returns whether it is. */
    boolean isRaisedWithin(long millis) {
        try {
            return raised.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        finished.countDown();
    }

    private void stopAndWait() {
        raised.countDown();
        try {
            finished.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
