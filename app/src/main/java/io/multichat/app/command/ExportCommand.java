package io.multichat.app.command;

import io.multichat.app.command.convert.ExportFormatConverter;
import io.multichat.app.command.option.DeliveryOptions;
import io.multichat.app.command.option.JsonOption;
import io.multichat.app.command.option.SelectionOptions;
import io.multichat.app.command.option.SettingsOptions;
import io.multichat.app.command.option.SourceOptions;
import io.multichat.app.command.option.UsageException;
import io.multichat.app.command.print.CheckedOutput;
import io.multichat.app.command.print.ExportProgressText;
import io.multichat.app.command.print.TerminalProgress;
import io.multichat.formats.registry.FormatRegistry;
import io.multichat.formats.write.ExportFormat;
import io.multichat.formats.write.WriteOptions;
import io.multichat.jobs.export.DeliveryRequest;
import io.multichat.jobs.export.DeliveryRun;
import io.multichat.jobs.export.ExportException;
import io.multichat.jobs.export.ExportProgress;
import io.multichat.jobs.export.ExportReport;
import io.multichat.jobs.export.ExportRequest;
import io.multichat.jobs.export.ExportRun;
import io.multichat.jobs.export.ExportTarget;
import io.multichat.jobs.export.StreamTarget;
import io.multichat.jobs.export.source.ExportSource;
import io.multichat.jobs.export.stage.ExportSelection;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "export",
        subcommands = ExportVerifyCommand.class,
        description = {
            "Write whole sessions with their messages, reactions and other events from the archive, SQLite or a server to files."
                    + " For the first two, Multichat need not be running.",
            "A time range selects the sessions that were active at any time in it. An interrupted export to a folder continues"
                    + " when the command is repeated."
        })
final class ExportCommand implements Callable<Integer> {
    @Mixin
    private SettingsOptions options;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            split = ",",
            defaultValue = FormatRegistry.JSON_LINES,
            converter = ExportFormatConverter.class,
            completionCandidates = ExportFormatConverter.class,
            description = "Formats, separated by commas: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private List<ExportFormat> formats;

    @Mixin
    private JsonOption json;

    @Mixin
    private SelectionOptions selection;

    @Mixin
    private SourceOptions from;

    @Option(
            names = "--revisions",
            description = "Earlier versions of edited and deleted messages as well (jsonl, json).")
    private boolean revisions;

    @Option(
            names = "--assistant",
            paramLabel = "ID",
            description =
                    "Sender whose messages are those of the assistant in the format openai (default: senders with that role).")
    private String assistant;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "PATH",
            defaultValue = "-",
            description = {
                "Output file, replaced only once it is complete; a FIFO or a device is written to; - for standard output"
                        + " (default: ${DEFAULT-VALUE}).",
                "Output folder if the path ends with a slash or is a folder, or if the formats or the names of files demand one."
            })
    private String output;

    @Mixin
    private DeliveryOptions delivery;

    @Option(
            names = "--force",
            description = "Replace the delivery in the output folder, or write into a folder that is not empty.")
    private boolean force;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        ExportSelection selected = selection.selection();
        DeliveryRequest.Files files = delivery.files();
        requireEffect();
        boolean toFolder = isFolder();
        if (force && !toFolder) {
            throw new UsageException("--force is for folders: a file is always replaced; leave it out");
        }
        ExportSource source = from.source(options.settings());
        source.lacks().forEach(sentence -> spec.commandLine().getErr().println("multichat: not exported: " + sentence));
        WriteOptions content = new WriteOptions(Optional.ofNullable(assistant), revisions);
        return toFolder
                ? toFolder(source, selected, content, files)
                : toFile(new ExportRequest(source, selected, formats.get(0), content, files.compression()));
    }

    private void requireEffect() {
        List<String> names = formats.stream().map(ExportFormat::name).toList();
        if (names.size() > names.stream().distinct().count()) {
            throw new UsageException("--format names a format twice; name each once");
        }
        delivery.requireEffect(formats);
        boolean versions = names.contains(FormatRegistry.JSON_LINES) || names.contains("json");
        DeliveryOptions.require(!revisions || versions, "--revisions", formats);
        DeliveryOptions.require(assistant == null || names.contains("openai"), "--assistant", formats);
    }

    private boolean isFolder() {
        boolean streams = formats.size() == 1 && formats.get(0).layout().isStream();
        boolean needed = !streams || delivery.needFolder();
        if (needed && output.equals("-")) {
            throw new UsageException(
                    "several formats, formats of several files, and --files or --split-* need a folder: name one with --output");
        }
        return needed || output.endsWith("/") || (!output.isEmpty() && Files.isDirectory(Path.of(output)));
    }

    private int toFolder(
            ExportSource source, ExportSelection selected, WriteOptions content, DeliveryRequest.Files files) {
        DeliveryRequest request;
        try {
            request = new DeliveryRequest(source, selected, formats, content, files);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage(), e);
        }
        return answer(observed(progress -> new DeliveryRun(request, Path.of(output), force, progress).run()), true);
    }

    private int toFile(ExportRequest request) {
        boolean named = !output.equals("-");
        ExportTarget target =
                named ? ExportTarget.of(output) : new StreamTarget(new FileOutputStream(FileDescriptor.out));
        try {
            return answer(observed(progress -> new ExportRun(request, target, progress).run()), named);
        } catch (ExportException e) {
            if (!named && CheckedOutput.isClosedPipe(e)) {
                return CheckedOutput.CLOSED_PIPE;
            }
            throw e;
        }
    }

    /** Without progress on standard output, which may be the same terminal. */
    private ExportReport observed(Function<ExportProgress, ExportReport> run) {
        if (output.equals("-")) {
            return run.apply(ExportProgress.SILENT);
        }
        try (TerminalProgress terminal = TerminalProgress.on(spec.commandLine().getErr())) {
            return run.apply(new ExportProgressText(terminal));
        }
    }

    private int answer(ExportReport report, boolean print) {
        return new ExportAnswer(spec.commandLine(), json).print(report, print ? Optional.of(output) : Optional.empty());
    }
}
