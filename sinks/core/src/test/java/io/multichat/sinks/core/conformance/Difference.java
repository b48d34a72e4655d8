package io.multichat.sinks.core.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The lines that are missing or unexpected; complete contents would be too long to read. */
final class Difference {
    private Difference() {}

    static List<String> between(List<String> expected, List<String> actual) {
        Map<String, Integer> surplus = new TreeMap<>();
        actual.forEach(line -> surplus.merge(line, 1, Integer::sum));
        expected.forEach(line -> surplus.merge(line, -1, Integer::sum));
        List<String> difference = new ArrayList<>();
        surplus.forEach((line, times) -> {
            if (times != 0) {
                difference.add((times < 0 ? "missing: " : "unexpected: ") + line);
            }
        });
        return difference;
    }
}
