package io.multichat.benchmarks.report;

import java.util.Locale;

/**
 * A figure compared with its target.
 *
 * @param what the name of the figure
 * @param measured its value
 * @param bound the worst acceptable value
 * @param atLeast true if more is better
 * @param unit written after both values
 */
public record Target(String what, double measured, double bound, boolean atLeast, String unit) {
    public static Target atLeast(String what, double measured, double bound, String unit) {
        return new Target(what, measured, bound, true, unit);
    }

    public static Target atMost(String what, double measured, double bound, String unit) {
        return new Target(what, measured, bound, false, unit);
    }

    public boolean met() {
        return atLeast ? measured >= bound : measured <= bound;
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "%s: **%s %s**, target %s %s: %s",
                what,
                Figures.decimal(measured),
                unit,
                (atLeast ? "≥ " : "≤ ") + Figures.decimal(bound),
                unit,
                met() ? "met" : "**not met**");
    }
}
