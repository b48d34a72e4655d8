package io.multichat.benchmarks.dev;

import io.multichat.benchmarks.load.Volume;

/**
 * How {@code dev} handled a load.
 *
 * @param readyMillis time from its start until all parts answered
 * @param volume the published records
 * @param times when each step was done
 * @param devBytes peak memory of its process
 * @param redisBytes peak memory of its Redis
 */
public record DevResult(long readyMillis, Volume volume, Times times, long devBytes, long redisBytes) {
    /**
     * Milliseconds after the first message was published.
     *
     * @param published when the last message was written to Kafka
     * @param sqlite when SQLite had every message
     * @param archive when the archive had every message
     * @param redis when Redis had every message
     */
    public record Times(long published, long sqlite, long archive, long redis) {
        long last() {
            return Math.max(redis, Math.max(sqlite, archive));
        }
    }

    /** Published records per second, including duplicates, until the last store had all messages. */
    public double perSecond() {
        return volume.records() * 1e3 / times.last();
    }
}
