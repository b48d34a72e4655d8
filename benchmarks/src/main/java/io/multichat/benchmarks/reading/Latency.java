package io.multichat.benchmarks.reading;

import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * How long answers took.
 *
 * @param answers number of answers
 * @param perSecond answers per second, of all clients together
 * @param medianMillis half of the answers took no longer, milliseconds
 * @param p99Millis 99 of 100 answers took no longer, milliseconds
 */
public record Latency(long answers, double perSecond, double medianMillis, double p99Millis) {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double MEDIAN = 50;
    private static final double P99 = 99;

    /** For a line of progress. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%,.0f answers/s, median %.2f ms, p99 %.2f ms", perSecond, medianMillis, p99Millis);
    }

    static Latency of(Histogram nanos, double seconds) {
        return new Latency(
                nanos.getTotalCount(),
                nanos.getTotalCount() / seconds,
                nanos.getValueAtPercentile(MEDIAN) / NANOS_PER_MILLI,
                nanos.getValueAtPercentile(P99) / NANOS_PER_MILLI);
    }
}
