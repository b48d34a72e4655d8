package io.multichat.app.command;

import io.multichat.app.command.option.ConversationOptions;
import io.multichat.app.command.option.FormatOption;
import io.multichat.app.command.option.JsonOption;
import io.multichat.app.command.option.SettingsOptions;
import io.multichat.app.command.option.TimeConverter;
import io.multichat.app.settings.Settings;
import io.multichat.app.settings.StoreSettings;
import io.multichat.events.ChatEvent;
import io.multichat.jobs.export.ExportReport;
import io.multichat.jobs.export.ExportRequest;
import io.multichat.jobs.export.ExportRun;
import io.multichat.jobs.export.ExportTarget;
import io.multichat.jobs.export.FileTarget;
import io.multichat.jobs.export.StreamTarget;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "export",
        description = "Writes whole sessions with their messages from the archive. Needs no running server.")
final class ExportCommand implements Callable<Integer> {
    @Mixin
    private SettingsOptions options;

    @Mixin
    private FormatOption format;

    @Mixin
    private JsonOption json;

    @Mixin
    private ConversationOptions conversation;

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
            names = "--from",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "Only sessions that go on at or after this time: 2026-01-31T09:30:00Z or 2026-01-31.")
    private Instant from;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "Only sessions that begin before this time.")
    private Instant to;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            defaultValue = "-",
            description = "Where to write; a file appears when it is complete; -: standard output, the default.")
    private String output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        format.require();
        Settings settings = options.settings();
        ExportRequest request = new ExportRequest(
                archive(settings),
                conversation.conversation(),
                from == null ? 0 : from.toEpochMilli(),
                to == null ? ChatEvent.MAX_TIME + 1 : to.toEpochMilli());
        boolean toFile = !output.equals("-");
        ExportTarget target =
                toFile ? new FileTarget(Path.of(output)) : new StreamTarget(new FileOutputStream(FileDescriptor.out));
        ExportReport report = new ExportRun(request, target).run();
        if (toFile) {
            print(report);
        }
        return answer(report);
    }

    private Path archive(Settings settings) {
        return Optional.ofNullable(archive)
                .or(() -> settings.get(StoreSettings.ARCHIVE_DIR))
                .orElse(dataDir.resolve("archive"));
    }

    private void print(ExportReport report) {
        if (json.wanted()) {
            json.print(spec.commandLine().getOut(), report);
        } else {
            spec.commandLine()
                    .getOut()
                    .println("exported " + report.sessions() + " sessions with " + report.messages() + " messages to "
                            + output);
        }
    }

    private int answer(ExportReport report) {
        if (report.differing() == 0) {
            return CommandLine.ExitCode.OK;
        }
        report.differences().forEach(spec.commandLine().getErr()::println);
        spec.commandLine()
                .getErr()
                .println("multichat: the archive has not got all messages of " + report.differing()
                        + " sessions yet: export again after archive.commit.interval");
        return CommandLine.ExitCode.SOFTWARE;
    }
}
