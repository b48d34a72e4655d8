package io.multichat.benchmarks.round;

/**
 * How fast changelogs can be read.
 *
 * @param records of all of them
 * @param nanos from the first record to the last
 */
public record ChangelogRead(long records, long nanos) {
    public double perSecond() {
        return records * 1e9 / Math.max(1, nanos);
    }
}
