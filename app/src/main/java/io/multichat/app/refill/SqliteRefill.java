package io.multichat.app.refill;

import io.multichat.app.data.DataDirectory;
import io.multichat.app.data.DataLayout;
import io.multichat.app.settings.Settings;
import io.multichat.app.settings.StoreSettings;
import io.multichat.app.watch.FilledStore;
import io.multichat.app.watch.WatchedStore;
import io.multichat.jobs.client.ArchiveAccess;
import io.multichat.jobs.refill.DurableRefill;
import io.multichat.jobs.refill.RefillException;
import io.multichat.jobs.refill.RefillProgress;
import io.multichat.jobs.refill.RefillReport;
import io.multichat.sinks.core.ConfiguredStore;
import io.multichat.sinks.core.SinkStore;
import io.multichat.sinks.sqlite.SqliteStoreFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Completes the SQLite store of an installation from its archive. The data directory is locked meanwhile, because the process on it
 * remembers what the store lacks.
 *
 * @param layout the data directory of {@code dev} or {@code serve}, which need not exist
 * @param archive the archive
 * @param original the archive of the installation, of which {@code archive} may be a copy: what the original lacks, the copy lacks, too
 * @param file the SQLite database; created if it is missing
 */
public record SqliteRefill(DataLayout layout, ArchiveAccess archive, Path original, Path file) {
    /**
     * Runs the refill.
     *
     * @param connector the name of the sink's connector, under which the file keeps its positions
     * @throws io.multichat.app.embedded.EmbeddedStartException if a process uses the data directory
     * @throws io.multichat.jobs.refill.RefillException if the refill cannot be completed
     */
    public FilledAnswer run(Settings settings, String connector, RefillProgress progress) {
        if (!Files.isDirectory(layout.root())) {
            return fill(settings, connector, progress);
        }
        try (DataDirectory locked = DataDirectory.open(layout.root())) {
            return new SqliteRefill(locked.layout(), archive, original, file).fill(settings, connector, progress);
        }
    }

    private FilledAnswer fill(Settings settings, String connector, RefillProgress progress) {
        List<WatchedStore> sources = List.of(WatchedStore.archive(archive.root()), WatchedStore.archive(original));
        FilledStore.repeated(sources, layout.lackedRanges()).ifPresent(problem -> {
            throw new RefillException(problem
                    + ". A database that is filled from it would skip them; start without a refill, and the sink reads what the topic"
                    + " holds");
        });
        Map<String, String> own = settings.given(StoreSettings.SQLITE);
        own.put(StoreSettings.SQLITE_FILE.key(), file.toString());
        own.put("name", connector);
        ConfiguredStore configured =
                new SqliteStoreFactory().create(own, () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
        try (SinkStore store = configured.store()) {
            DurableRefill refill =
                    new DurableRefill(archive.reader(), new ConfiguredStore(store, configured.topics()), progress);
            RefillReport report = refill.run();
            FilledStore filled = new FilledStore(WatchedStore.sqlite(file), sources, refill.filledUpTo());
            return FilledAnswer.of(file.toString(), report, filled.forget(layout.lackedRanges()));
        }
    }
}
