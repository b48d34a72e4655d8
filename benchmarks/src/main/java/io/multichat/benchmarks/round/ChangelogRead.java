package io.multichat.benchmarks.round;

/**
 * The speed at which changelogs can be read.
 *
 * @param records number of records in all of them
 * @param nanos time from the first record to the last
 */
public record ChangelogRead(long records, long nanos) {
    public double perSecond() {
        return records * 1e9 / Math.max(1, nanos);
    }
}
