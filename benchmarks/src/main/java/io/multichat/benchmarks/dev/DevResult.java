package io.multichat.benchmarks.dev;

import io.multichat.benchmarks.load.Volume;

/**
 * What a {@code dev} did with a load.
 *
 * @param readyMillis from its start until all parts answered
 * @param volume what was published
 * @param times when, after the first message was published
 * @param devBytes the most memory of its process
 * @param redisBytes the most memory of the Redis that it runs
 */
public record DevResult(long readyMillis, Volume volume, Times times, long devBytes, long redisBytes) {
    /**
     * Milliseconds after the first message was published.
     *
     * @param published the last message was written to Kafka
     * @param sqlite SQLite had every message
     * @param archive so had the archive
     * @param redis so had Redis
     */
    public record Times(long published, long sqlite, long archive, long redis) {
        long last() {
            return Math.max(redis, Math.max(sqlite, archive));
        }
    }

    /** Records that were published, duplicates included, by the time until the last store had all messages. */
    public double perSecond() {
        return volume.records() * 1e3 / times.last();
    }
}
