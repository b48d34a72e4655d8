package io.multichat.server.http;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** The health of the process, for {@code /readyz}. {@link #get} returns what keeps the process from working. Thread-safe. */
@FunctionalInterface
public interface Health extends Supplier<List<String>> {
    /** What is missing from the stores for good, although the process works; one line for each cause. */
    default List<String> incomplete() {
        return List.of();
    }

    /**
     * How far the process is.
     *
     * @param started true once the process was ready for the first time
     * @param recordsToRestore the number of records of the state that are still to be restored; empty while nothing is restored
     */
    record Progress(boolean started, OptionalLong recordsToRestore) {}

    /** How far the process is. */
    default Progress progress() {
        return new Progress(get().isEmpty(), OptionalLong.empty());
    }
}
