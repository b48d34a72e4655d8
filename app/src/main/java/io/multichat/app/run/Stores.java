package io.multichat.app.run;

import io.multichat.app.settings.Settings;
import io.multichat.app.settings.StoreSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the stores are.
 *
 * @param redis empty when there is none
 * @param sqlite the database
 * @param archive the root of the archive
 */
record Stores(Optional<URI> redis, Path sqlite, Path archive) {
    /** What the settings say; by default files in the data directory. */
    static Stores of(Settings settings, Path dataDir) {
        return new Stores(
                settings.get(StoreSettings.REDIS_URI),
                settings.get(StoreSettings.SQLITE_FILE)
                        .orElse(dataDir.resolve("sessions.db"))
                        .toAbsolutePath(),
                settings.get(StoreSettings.ARCHIVE_DIR)
                        .orElse(dataDir.resolve("archive"))
                        .toAbsolutePath());
    }

    Stores withRedis(URI uri) {
        return new Stores(Optional.of(uri), sqlite, archive);
    }
}
