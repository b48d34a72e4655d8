package io.multichat.app.run;

import io.multichat.app.audit.AuditedStores;
import io.multichat.app.settings.Settings;
import io.multichat.app.settings.SettingsException;
import io.multichat.app.settings.StoreSettings;
import io.multichat.app.watch.WatchedStore;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the stores are.
 *
 * @param redis the settings of the Redis sink that the user gave, and {@code redis.uri}; empty when there is no Redis. May hold
 *     secrets
 * @param sqlite the database file
 * @param archive the root of the archive
 */
public record Stores(Map<String, String> redis, Path sqlite, Path archive) {
    /** Apply to any Redis; all other settings describe the Redis of {@code redis.uri}. */
    private static final Set<String> OF_ANY_REDIS =
            Set.of("redis.ttl", "redis.messages.max", "redis.messages.max.bytes");

    public Stores {
        redis = Map.copyOf(redis);
    }

    /** The stores that keep everything; Redis does not. */
    List<WatchedStore> durable() {
        return List.of(WatchedStore.sqlite(sqlite), WatchedStore.archive(archive));
    }

    /**
     * The stores that the settings name; by default files in the data directory, and no Redis.
     *
     * @throws SettingsException when the settings describe a Redis but do not say where it is
     */
    static Stores of(Settings settings, Path dataDir) {
        boolean hasRedis = settings.get(StoreSettings.REDIS_URI).isPresent();
        if (!hasRedis) {
            requireNoRedis(settings);
        }
        return new Stores(
                hasRedis ? settings.given(StoreSettings.REDIS) : Map.of(),
                settings.get(StoreSettings.SQLITE_FILE)
                        .orElse(dataDir.resolve("sessions.db"))
                        .toAbsolutePath(),
                settings.get(StoreSettings.ARCHIVE_DIR)
                        .orElse(dataDir.resolve("archive"))
                        .toAbsolutePath());
    }

    /** The same stores, to be read as a whole. */
    AuditedStores audited() {
        return new AuditedStores(Optional.empty(), archive, sqlite, redis);
    }

    /** Without the settings of Redis, which may be secret. */
    @Override
    public String toString() {
        return "Stores[sqlite=" + sqlite + ", archive=" + archive + "]";
    }

    /** The same stores with a Redis of our own. Its append-only file is rewritten after erasures. */
    Stores withOwnRedis(URI uri) {
        return new Stores(
                Map.of(StoreSettings.REDIS_URI.key(), uri.toString(), StoreSettings.REDIS_ERASE_REWRITE, "true"),
                sqlite,
                archive);
    }

    private static void requireNoRedis(Settings settings) {
        List<String> problems = settings.given(StoreSettings.REDIS).entrySet().stream()
                .filter(given -> !given.getValue().isEmpty() && !OF_ANY_REDIS.contains(given.getKey()))
                .map(given -> given.getKey() + " is set but redis.uri is empty; set redis.uri as well")
                .toList();
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
    }
}
