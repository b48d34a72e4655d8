package io.multichat.sinks.core.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is too much and what is missing, each line with how often: all of it would be too long to be read. */
final class Difference {
    private Difference() {}

    static List<String> between(List<String> expected, List<String> actual) {
        Map<String, Integer> surplus = new TreeMap<>();
        actual.forEach(line -> surplus.merge(line, 1, Integer::sum));
        expected.forEach(line -> surplus.merge(line, -1, Integer::sum));
        List<String> difference = new ArrayList<>();
        surplus.forEach((line, times) -> {
            if (times != 0) {
                difference.add((times < 0 ? "missing: " : "too much: ") + line);
            }
        });
        return difference;
    }
}
