package io.multichat.benchmarks.round;

import io.multichat.benchmarks.competitor.Restored;

/**
 * The restart of an application. Times count from the start of its new process.
 *
 * @param restored the restored state
 * @param firstMillis when the first new record was processed
 * @param caughtUpMillis when everything that was published in the meantime was committed
 */
public record Restart(Restored restored, long firstMillis, long caughtUpMillis) {
    /** Restored records per second; 0 if nothing was restored. */
    public double restoredPerSecond() {
        return restored.millis() == 0 ? 0 : restored.records() * 1_000.0 / restored.millis();
    }
}
