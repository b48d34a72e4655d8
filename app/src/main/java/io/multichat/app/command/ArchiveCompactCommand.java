package io.multichat.app.command;

import io.multichat.app.command.option.DurationConverter;
import io.multichat.app.command.option.JsonOption;
import io.multichat.app.command.option.SettingsOptions;
import io.multichat.app.settings.Settings;
import io.multichat.app.settings.StoreSettings;
import io.multichat.sinks.archive.compact.ArchiveCompactor;
import io.multichat.sinks.archive.compact.CompactionReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "compact",
        description = {
            "Makes the many small files of the archive into few larger ones.",
            "It may be written and read meanwhile. Run it once a day, say."
        })
final class ArchiveCompactCommand implements Callable<Integer> {
    @Mixin
    private SettingsOptions options;

    @Mixin
    private JsonOption json;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            defaultValue = "./data",
            description = "The data directory with the archive (default: ${DEFAULT-VALUE}).")
    private Path dataDir;

    @Option(
            names = "--archive",
            paramLabel = "DIR",
            description = "The archive, instead of archive.dir or the one of the data directory.")
    private Path archive;

    @Option(
            names = "--grace",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            defaultValue = "24h",
            description = "How long replaced files stay for what reads them now (default: ${DEFAULT-VALUE});"
                    + " a later compaction removes them.")
    private Duration grace;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Path root = archive(options.settings());
        if (!Files.isDirectory(root)) {
            throw new IOException("there is no archive at " + root + ": name its folder with --archive or --data-dir");
        }
        CompactionReport report = new ArchiveCompactor(root, grace).run();
        if (json.wanted()) {
            json.print(spec.commandLine().getOut(), report);
        } else {
            print(report);
        }
        return CommandLine.ExitCode.OK;
    }

    private Path archive(Settings settings) {
        return Optional.ofNullable(archive)
                .or(() -> settings.get(StoreSettings.ARCHIVE_DIR))
                .orElse(dataDir.resolve("archive"));
    }

    private void print(CompactionReport report) {
        spec.commandLine()
                .getOut()
                .println("merged " + report.mergedFiles() + " files into " + report.newFiles() + ", removed "
                        + report.removedFiles() + " replaced files and " + report.removedManifests() + " manifests");
        if (report.lostRaces() > 0) {
            spec.commandLine()
                    .getErr()
                    .println("multichat: " + report.lostRaces()
                            + " partitions were taken over meanwhile: compact again to finish them");
        }
    }
}
