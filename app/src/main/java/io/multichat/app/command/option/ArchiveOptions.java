package io.multichat.app.command.option;

import io.multichat.app.settings.Settings;
import io.multichat.jobs.client.ArchiveAccess;
import java.nio.file.Path;
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

    public ArchiveAccess archive(Settings settings) {
        return new ArchiveAccess(archive == null ? dataDir.archive(settings) : archive);
    }
}
