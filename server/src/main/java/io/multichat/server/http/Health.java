package io.multichat.server.http;

import java.util.List;
import java.util.function.Supplier;

/** The health of the process, for {@code /readyz}. {@link #get} returns what keeps the process from working. Thread-safe. */
@FunctionalInterface
public interface Health extends Supplier<List<String>> {
    /** What is missing from the stores for good, although the process works; one line for each cause. */
    default List<String> incomplete() {
        return List.of();
    }
}
