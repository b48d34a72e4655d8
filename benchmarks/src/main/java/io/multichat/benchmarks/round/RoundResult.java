package io.multichat.benchmarks.round;

import io.multichat.benchmarks.competitor.Assignment;
import io.multichat.benchmarks.competitor.Mark;
import io.multichat.benchmarks.competitor.Outcome;
import io.multichat.benchmarks.competitor.Processed;

/**
 * What one competitor did in one round.
 *
 * @param assignment what it was told
 * @param input what it read
 * @param processed when
 * @param outcome what it wrote
 * @param markers transaction markers in the topics that it wrote
 */
public record RoundResult(Assignment assignment, Input input, Processed processed, Outcome outcome, long markers) {
    /** A batch of its own with one control record. */
    public static final int MARKER_BYTES = 78;

    private static final double NANOS = 1e9;
    private static final double MILLION = 1e6;

    /** From the first record to the last. */
    public double perSecond() {
        return perSecond(processed.first(), processed.last(), input.volume().records());
    }

    /** In the second half of the records, when the process is warm. */
    public double perSecondWarm() {
        return perSecond(processed.half(), processed.last(), input.volume().records() / 2);
    }

    /** Seconds of CPU of the whole process for a million records. */
    public double cpuPerMillion() {
        return perMillion(
                processed.last().cpuNanos() - processed.first().cpuNanos(),
                input.volume().records());
    }

    /** The same in the second half of the records. */
    public double cpuPerMillionWarm() {
        long nanos = processed.last().cpuNanos() - processed.half().cpuNanos();
        return perMillion(nanos, input.volume().records() / 2);
    }

    /** Seconds of CPU of the stream thread alone for a million records. */
    public double threadCpuPerMillion() {
        long nanos = processed.last().streamThreadNanos() - processed.first().streamThreadNanos();
        return perMillion(nanos, input.volume().records());
    }

    /** All that was written to Kafka: outputs, changelogs and repartition topics with their transaction markers. */
    public long bytesWritten() {
        long sent =
                outcome.sent().values().stream().mapToLong(Outcome.Sent::bytes).sum();
        return sent + markers * MARKER_BYTES;
    }

    public double bytesPerMessage() {
        return (double) bytesWritten() / input.volume().distinct();
    }

    /** Bytes written for each byte of an accepted event. */
    public double amplification() {
        return (double) bytesWritten() / input.volume().distinctBytes();
    }

    private static double perSecond(Mark from, Mark to, long records) {
        return records * NANOS / Math.max(1, to.nanos() - from.nanos());
    }

    private static double perMillion(long nanos, long records) {
        return nanos / NANOS / (records / MILLION);
    }
}
