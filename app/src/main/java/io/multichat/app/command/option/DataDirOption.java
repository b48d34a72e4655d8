package io.multichat.app.command.option;

import io.multichat.app.audit.AuditedStores;
import io.multichat.app.data.DataLayout;
import io.multichat.app.data.RunFile;
import io.multichat.app.settings.Settings;
import io.multichat.app.settings.StoreSettings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The data directory, which {@code dev} and {@code serve} write and other commands read. */
public final class DataDirOption {
    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            defaultValue = "./data",
            description = "Data directory (default: ${DEFAULT-VALUE}).")
    private Path dataDir;

    public Path path() {
        return dataDir;
    }

    /**
     * The folder of the archive: the setting {@code archive.dir}, or the one that the running {@code dev} writes, or the one in
     * the data directory.
     */
    public Path archive(Settings settings) {
        DataLayout layout = new DataLayout(dataDir);
        return settings.get(StoreSettings.ARCHIVE_DIR)
                .or(() -> RunFile.find(layout)
                        .map(run -> run.settings().get(StoreSettings.ARCHIVE_DIR.key()))
                        .map(Path::of))
                .orElseGet(layout::archive);
    }

    /** The SQLite database: the setting {@code sqlite.file}, or the one in the data directory. */
    public Path sqlite(Settings settings) {
        return settings.get(StoreSettings.SQLITE_FILE).orElseGet(new DataLayout(dataDir)::sessions);
    }

    /**
     * The settings of Redis: those that were given, and the setting {@code redis.uri} or the address of the Redis of the running {@code
     * dev}, with what this {@code dev} does after erasures; empty if there is none.
     */
    public Map<String, String> redis(Settings settings) {
        Map<String, String> redis = settings.given(StoreSettings.REDIS);
        if (settings.get(StoreSettings.REDIS_URI).isEmpty()) {
            RunFile.find(new DataLayout(dataDir)).ifPresent(run -> {
                redis.put(StoreSettings.REDIS_URI.key(), run.redis());
                redis.put(
                        StoreSettings.REDIS_ERASE_REWRITE,
                        run.settings().getOrDefault(StoreSettings.REDIS_ERASE_REWRITE, "false"));
            });
        }
        return redis.containsKey(StoreSettings.REDIS_URI.key()) ? redis : Map.of();
    }

    /** The stores that keep everything, without Kafka and Redis. */
    public AuditedStores durable(Settings settings) {
        return new AuditedStores(Optional.empty(), archive(settings), sqlite(settings), Map.of());
    }
}
