package io.multichat.app.command;

import io.multichat.app.command.convert.DurationConverter;
import io.multichat.app.command.option.ArchiveOptions;
import io.multichat.app.command.option.JsonOption;
import io.multichat.app.command.option.SettingsOptions;
import io.multichat.jobs.compact.CompactRun;
import io.multichat.sinks.archive.compact.CompactionReport;
import java.time.Duration;
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
            "Merge the small files of the archive into larger ones.",
            "The archive remains readable and writable during compaction. Once a day is enough."
        })
final class ArchiveCompactCommand implements Callable<Integer> {
    @Mixin
    private SettingsOptions options;

    @Mixin
    private JsonOption json;

    @Mixin
    private ArchiveOptions archive;

    @Option(
            names = "--grace",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            defaultValue = "24h",
            description =
                    "How long replaced files are kept for readers that have them open (default: ${DEFAULT-VALUE});"
                            + " a later compaction removes them.")
    private Duration grace;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        CompactionReport report = new CompactRun(archive.archive(options.settings()), grace).run();
        if (json.wanted()) {
            json.print(spec.commandLine().getOut(), report);
        } else {
            print(report);
        }
        return CommandLine.ExitCode.OK;
    }

    private void print(CompactionReport report) {
        spec.commandLine()
                .getOut()
                .println("merged " + report.mergedFiles() + " files into " + report.newFiles() + ", removed "
                        + report.removedFiles() + " replaced files and " + report.removedManifests() + " manifests");
        if (report.lostRaces() > 0) {
            spec.commandLine()
                    .getErr()
                    .println(
                            "multichat: " + report.lostRaces()
                                    + " partitions were taken over by another process and not compacted: run the command again");
        }
    }
}
