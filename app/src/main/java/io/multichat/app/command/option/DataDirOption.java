package io.multichat.app.command.option;

import io.multichat.app.data.DataLayout;
import io.multichat.app.settings.Settings;
import io.multichat.app.settings.StoreSettings;
import java.nio.file.Path;
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

    /** The folder of the archive: the setting {@code archive.dir}, or the one in the data directory. */
    public Path archive(Settings settings) {
        return settings.get(StoreSettings.ARCHIVE_DIR).orElseGet(() -> new DataLayout(dataDir).archive());
    }
}
