package io.multichat.server.progress;

import io.multichat.reading.StoreException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One report for all requests that wait for it at the same time, because each one may ask other instances. Every request gets a report,
 * or the failure of one, that was begun after it asked. Thread-safe.
 */
final class SharedReport implements Supplier<ProgressReport> {
    private final Supplier<ProgressReport> source;
    private Optional<Outcome> last = Optional.empty();

    /** @param began when the report was begun, as {@link System#nanoTime()} */
    private record Outcome(long began, ProgressReport report, StoreException failure) {}

    SharedReport(Supplier<ProgressReport> source) {
        this.source = source;
    }

    @Override
    public ProgressReport get() {
        Outcome outcome = since(System.nanoTime());
        if (outcome.failure() != null) {
            throw outcome.failure();
        }
        return outcome.report();
    }

    private synchronized Outcome since(long asked) {
        if (last.isEmpty() || last.get().began() - asked < 0) {
            long began = System.nanoTime();
            try {
                last = Optional.of(new Outcome(began, source.get(), null));
            } catch (StoreException e) {
                last = Optional.of(new Outcome(began, null, e));
            }
        }
        return last.get();
    }
}
