package io.multichat.benchmarks.round;

import io.multichat.benchmarks.competitor.Assignment;
import io.multichat.benchmarks.competitor.CompetitorReport;
import io.multichat.benchmarks.competitor.Mark;
import io.multichat.benchmarks.competitor.Processed;

/**
 * The result of one competitor in one round.
 *
 * @param assignment its task
 * @param input the input that it read
 * @param processed the times of processing
 * @param outcome the records that it wrote
 * @param markers number of transaction markers in the topics that it wrote
 */
public record RoundResult(
        Assignment assignment, Input input, Processed processed, CompetitorReport outcome, long markers) {
    /** Size of a transaction marker: a batch with one control record. */
    public static final int MARKER_BYTES = 78;

    private static final double NANOS = 1e9;
    private static final double MILLION = 1e6;

    /** Records per second, from the first record to the last. */
    public double perSecond() {
        return perSecond(processed.first(), processed.last(), input.volume().records());
    }

    /** Records per second in the second half, when the process is warm. */
    public double perSecondWarm() {
        return perSecond(processed.half(), processed.last(), input.volume().records() / 2);
    }

    /** CPU seconds of the whole process for a million records. */
    public double cpuPerMillion() {
        return perMillion(
                processed.last().cpuNanos() - processed.first().cpuNanos(),
                input.volume().records());
    }

    /** CPU seconds for a million records in the second half. */
    public double cpuPerMillionWarm() {
        long nanos = processed.last().cpuNanos() - processed.half().cpuNanos();
        return perMillion(nanos, input.volume().records() / 2);
    }

    /** CPU seconds of the threads that process records for a million records. */
    public double workerCpuPerMillion() {
        long nanos = processed.last().workerNanos() - processed.first().workerNanos();
        return perMillion(nanos, input.volume().records());
    }

    /** Bytes written to Kafka: outputs, changelogs and repartition topics, with transaction markers. */
    public long bytesWritten() {
        long sent = outcome.sent().values().stream()
                .mapToLong(CompetitorReport.Sent::bytes)
                .sum();
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
