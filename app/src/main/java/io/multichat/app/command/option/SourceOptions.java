package io.multichat.app.command.option;

import io.multichat.app.data.DataLayout;
import io.multichat.app.data.RunFile;
import io.multichat.app.settings.ServerSettings;
import io.multichat.app.settings.Settings;
import io.multichat.app.settings.StoreSettings;
import io.multichat.jobs.client.ServerClient;
import io.multichat.jobs.export.source.ArchiveSource;
import io.multichat.jobs.export.source.ExportSource;
import io.multichat.jobs.export.source.ServerSource;
import io.multichat.jobs.export.source.SqliteSource;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where an export reads. */
public final class SourceOptions {
    @Mixin
    private ArchiveOptions archive;

    @Option(
            names = "--source",
            paramLabel = "SOURCE",
            defaultValue = "archive",
            description =
                    "Source: archive, sqlite or server (default: ${DEFAULT-VALUE}). A server has all versions of messages, but no"
                            + " reactions, joins, leaves and ends; the others need no running Multichat.")
    private Kind kind;

    @Option(
            names = "--sqlite",
            paramLabel = "FILE",
            description =
                    "SQLite database of --source sqlite (default: the setting sqlite.file, else sessions.db in the data directory).")
    private Path sqlite;

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "HTTP server of --source server (default: the one that uses the data directory).")
    private String server;

    /** The kinds of sources. */
    enum Kind {
        ARCHIVE,
        SQLITE,
        SERVER
    }

    /**
     * The source.
     *
     * @throws UsageException when an option contradicts {@code --source}, or there is no such database
     * @throws io.multichat.app.data.DevNotRunningException when no server is named and none runs on the data directory
     */
    public ExportSource source(Settings settings) {
        requireUse("--archive", archive.isGiven(), Kind.ARCHIVE);
        requireUse("--sqlite", sqlite != null, Kind.SQLITE);
        requireUse("--server", server != null, Kind.SERVER);
        return switch (kind) {
            case ARCHIVE -> new ArchiveSource(archive.archive(settings));
            case SQLITE -> database(settings);
            case SERVER -> server(settings);
        };
    }

    private void requireUse(String option, boolean given, Kind needed) {
        if (given && kind != needed) {
            String name = needed.name().toLowerCase(Locale.ROOT);
            throw new UsageException(
                    option + " has no effect without --source " + name + "; give both or leave it out");
        }
    }

    private ExportSource database(Settings settings) {
        Path file = Optional.ofNullable(sqlite)
                .or(() -> settings.get(StoreSettings.SQLITE_FILE))
                .orElseGet(() -> new DataLayout(archive.dataDir()).sessions());
        SqliteSource source = new SqliteSource(file);
        if (!source.exists()) {
            throw new UsageException("there is no SQLite database " + file + ": name it with --sqlite or --data-dir");
        }
        return source;
    }

    private ExportSource server(Settings settings) {
        URI address = Optional.ofNullable(server)
                .map(ServerAddress::parse)
                .orElseGet(() -> RunFile.read(new DataLayout(archive.dataDir())).server());
        return new ServerSource(
                address.toString(), new ServerClient(address, settings.get(ServerSettings.HTTP_API_KEY)));
    }
}
