package io.multichat.app.command.option;

import io.multichat.app.data.DataLayout;
import io.multichat.app.settings.Settings;
import io.multichat.jobs.client.ArchiveAccess;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The archive that a command reads or writes. */
public final class ArchiveOptions {
    @Mixin
    private DataDirOption dataDir;

    @Option(
            names = "--archive",
            paramLabel = "DIR",
            description = "Archive folder (default: the setting archive.dir, else archive in the data directory).")
    private Path archive;

    /** True if the folder of the archive was named. */
    boolean isGiven() {
        return archive != null;
    }

    /** The data directory. */
    Path dataDir() {
        return dataDir.path();
    }

    /** The paths in the data directory. */
    public DataLayout layout() {
        return new DataLayout(dataDir.path().toAbsolutePath().normalize());
    }

    /** The SQLite database: the setting {@code sqlite.file}, or the one in the data directory. */
    public Path sqlite(Settings settings) {
        return dataDir.sqlite(settings);
    }

    /** The settings of Redis, see {@link DataDirOption#redis}. */
    public Map<String, String> redis(Settings settings) {
        return dataDir.redis(settings);
    }

    public ArchiveAccess archive(Settings settings) {
        return new ArchiveAccess(archive == null ? original(settings) : archive);
    }

    /** The archive of the installation, of which the named one may be a copy. */
    public Path original(Settings settings) {
        return dataDir.archive(settings);
    }
}
