package io.multichat.app.refill;

import io.multichat.jobs.client.ArchiveAccess;
import io.multichat.jobs.refill.LiveRefill;
import io.multichat.jobs.refill.RefillProgress;
import io.multichat.sinks.core.ConfiguredStore;
import io.multichat.sinks.core.SinkStore;
import io.multichat.sinks.redis.RedisStoreFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Completes the live conversations in Redis from the archive, while sinks write to it or not.
 *
 * @param archive the archive
 * @param redis the settings of the Redis sink; may hold secrets
 * @param scratch a folder for a temporary copy of the live conversations
 */
public record RedisRefill(ArchiveAccess archive, Map<String, String> redis, Path scratch) {
    /**
     * Runs the refill.
     *
     * @param within conversations with a message in this time before now are live
     * @throws io.multichat.jobs.refill.RefillException if the refill cannot be completed
     */
    public FilledAnswer run(Duration within, RefillProgress progress) {
        ConfiguredStore configured =
                new RedisStoreFactory().create(redis, () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
        try (SinkStore store = configured.store()) {
            LiveRefill refill = new LiveRefill(
                    archive.reader(), new ConfiguredStore(store, configured.topics()), scratch, progress);
            return FilledAnswer.of("Redis", refill.run(System.currentTimeMillis() - within.toMillis()), List.of());
        }
    }

    /** Without the settings of Redis, which may be secret. */
    @Override
    public String toString() {
        return "RedisRefill[archive=" + archive.root() + "]";
    }
}
