package io.multichat.server.progress;

import java.util.function.Supplier;

/**
 * One report for all requests that wait for it at the same time, because each one may ask other instances. Every request gets a report
 * that was begun after it asked. Thread-safe.
 */
final class SharedReport implements Supplier<ProgressReport> {
    private final Supplier<ProgressReport> source;
    private ProgressReport last;
    private long lastBegan;

    SharedReport(Supplier<ProgressReport> source) {
        this.source = source;
    }

    @Override
    public ProgressReport get() {
        long asked = System.nanoTime();
        synchronized (this) {
            if (last == null || lastBegan - asked < 0) {
                long began = System.nanoTime();
                last = source.get();
                lastBegan = began;
            }
            return last;
        }
    }
}
