package io.multichat.benchmarks.dev;

import io.multichat.benchmarks.cluster.Waiting;
import io.multichat.benchmarks.load.Load;
import io.multichat.benchmarks.load.LoadPublisher;
import io.multichat.benchmarks.load.Volume;
import io.multichat.events.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Starts a {@code dev}, publishes a load as fast as possible, and waits until all three stores hold it. */
public final class DevRound {
    private static final Duration PATIENCE = Duration.ofHours(1);

    private DevRound() {}

    /**
     * Runs it once.
     *
     * @param folder for everything that it writes
     * @param started receives what has to be closed if everything must end early
     * @throws io.multichat.benchmarks.child.BenchmarkException if a store does not receive every message exactly once
     */
    public static DevResult run(Path folder, Load load, Consumer<AutoCloseable> started) {
        try (RunningDev dev = RunningDev.start(folder)) {
            started.accept(dev);
            try (DevStores stores = new DevStores(dev.layout(), dev.endpoints())) {
                long began = System.nanoTime();
                Volume volume = new LoadPublisher(dev.endpoints().bootstrapServers(), Topics.MESSAGES).publish(load);
                long published = since(began);
                long messages = volume.distinct();
                Waiting.until("SQLite has all messages", PATIENCE, () -> stores.sqliteHas(messages));
                long sqlite = since(began);
                Waiting.until("the archive has all messages", PATIENCE, () -> stores.archiveHas(messages));
                long archive = since(began);
                Waiting.until("Redis has all messages", PATIENCE, stores::redisHasAllOfSqlite);
                long redis = since(began);
                Waiting.until("all sessions are announced", PATIENCE, () -> stores.sqliteHasSessionsOf(messages));
                return new DevResult(
                        dev.readyMillis(),
                        volume,
                        new DevResult.Times(published, sqlite, archive, redis),
                        Resident.peak(dev.pid()),
                        stores.redisPeak());
            }
        }
    }

    private static long since(long began) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    }
}
