package io.multichat.app.command;

import io.multichat.app.command.option.ArchiveOptions;
import io.multichat.app.command.option.ConversationOptions;
import io.multichat.app.command.option.ExportFormat;
import io.multichat.app.command.option.JsonOption;
import io.multichat.app.command.option.SettingsOptions;
import io.multichat.app.command.option.TimeRangeOptions;
import io.multichat.app.command.print.CheckedOutput;
import io.multichat.events.ChatEvent;
import io.multichat.formats.SessionWriter;
import io.multichat.formats.registry.FormatRegistry;
import io.multichat.jobs.export.ExportException;
import io.multichat.jobs.export.ExportReport;
import io.multichat.jobs.export.ExportRequest;
import io.multichat.jobs.export.ExportRun;
import io.multichat.jobs.export.ExportTarget;
import io.multichat.jobs.export.StreamTarget;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "export",
        description = {
            "Write whole sessions with their messages from the archive to a file. Multichat need not be running.",
            "A time range selects the sessions that were active at any time in it."
        })
final class ExportCommand implements Callable<Integer> {
    @Mixin
    private SettingsOptions options;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = FormatRegistry.JSON_LINES,
            converter = ExportFormat.class,
            completionCandidates = ExportFormat.class,
            description = "Format of the file: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private SessionWriter.Opener format;

    @Mixin
    private JsonOption json;

    @Mixin
    private ConversationOptions conversation;

    @Mixin
    private ArchiveOptions archive;

    @Mixin
    private TimeRangeOptions range;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            defaultValue = "-",
            description =
                    "Output file, replaced only once it is complete; a FIFO or a device is written to; - for standard output (default: ${DEFAULT-VALUE}).")
    private String output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        ExportRequest request = new ExportRequest(
                archive.archive(options.settings()),
                format,
                conversation.conversation(),
                range.from().map(Instant::toEpochMilli).orElse(0L),
                range.to().map(Instant::toEpochMilli).orElse(ChatEvent.MAX_TIME + 1));
        boolean toFile = !output.equals("-");
        ExportTarget target =
                toFile ? ExportTarget.of(output) : new StreamTarget(new FileOutputStream(FileDescriptor.out));
        try {
            ExportReport report = new ExportRun(request, target).run();
            if (toFile) {
                print(report);
            }
            return answer(report);
        } catch (ExportException e) {
            if (!toFile && CheckedOutput.isClosedPipe(e)) {
                return CheckedOutput.CLOSED_PIPE;
            }
            throw e;
        }
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
                .println("multichat: the archive does not hold all messages of " + report.differing()
                        + " sessions yet: export again after archive.commit.interval");
        return CommandLine.ExitCode.SOFTWARE;
    }
}
