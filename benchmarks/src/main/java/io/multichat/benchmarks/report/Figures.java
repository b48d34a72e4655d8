package io.multichat.benchmarks.report;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Formats and summarises figures. */
public final class Figures {
    private Figures() {}

    public static String count(double value) {
        return String.format(Locale.ROOT, "%,d", Math.round(value));
    }

    /** With two decimal places. */
    public static String decimal(double value) {
        return String.format(Locale.ROOT, "%,.2f", value);
    }

    public static String seconds(double millis) {
        return decimal(millis / 1_000) + " s";
    }

    /** The median; of an even number of values the mean of the two in the middle. */
    public static <T> double median(List<T> rounds, ToDoubleFunction<T> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The least and the greatest value. */
    public static <T> String range(List<T> rounds, ToDoubleFunction<T> figure) {
        double least = rounds.stream().mapToDouble(figure).min().orElseThrow();
        double greatest = rounds.stream().mapToDouble(figure).max().orElseThrow();
        return count(least) + "–" + count(greatest);
    }
}
