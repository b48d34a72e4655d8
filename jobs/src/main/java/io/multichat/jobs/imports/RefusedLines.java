package io.multichat.jobs.imports;

import java.util.ArrayList;
import java.util.List;

/** Lines that are too large to be published. Thread-safe. */
final class RefusedLines {
    /** More numbers than this help nobody, and memory must be bounded. */
    private static final int MAX_NUMBERS = 20;

    private final List<Long> numbers = new ArrayList<>();
    private long count;

    synchronized void add(long number) {
        count++;
        if (numbers.size() < MAX_NUMBERS) {
            numbers.add(number);
        }
    }

    synchronized long count() {
        return count;
    }

    /** The numbers of the first of these lines. */
    synchronized List<Long> numbers() {
        return List.copyOf(numbers);
    }
}
