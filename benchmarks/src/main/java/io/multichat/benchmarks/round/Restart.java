package io.multichat.benchmarks.round;

import io.multichat.benchmarks.competitor.Restored;

/**
 * How an application came back. Times since its new process was started.
 *
 * @param restored what it read back
 * @param firstMillis when the first new record was processed
 * @param caughtUpMillis when all that was published in the meantime was committed
 */
public record Restart(Restored restored, long firstMillis, long caughtUpMillis) {
    /** 0 when nothing was restored. */
    public double restoredPerSecond() {
        return restored.millis() == 0 ? 0 : restored.records() * 1_000.0 / restored.millis();
    }
}
