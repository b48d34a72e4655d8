package io.multichat.app.command;

import io.multichat.app.command.convert.DurationConverter;
import io.multichat.app.command.convert.WholeNumberConverter;
import io.multichat.app.command.option.FileOptions;
import io.multichat.app.command.option.JsonOption;
import io.multichat.app.command.option.SettingsOptions;
import io.multichat.app.command.option.TargetOptions;
import io.multichat.app.command.option.UsageException;
import io.multichat.app.command.print.ImportProgressText;
import io.multichat.app.command.print.TerminalProgress;
import io.multichat.app.settings.SessionSettings;
import io.multichat.app.settings.Settings;
import io.multichat.jobs.client.ClockSkew;
import io.multichat.jobs.imports.ImportProgress;
import io.multichat.jobs.imports.ImportReport;
import io.multichat.jobs.imports.ImportRun;
import io.multichat.jobs.imports.dryrun.DryRun;
import io.multichat.jobs.imports.read.ImportRequest;
import io.multichat.jobs.imports.source.ImportFile;
import io.multichat.jobs.wait.WaitFor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        description = "Publish chat from files of Multichat or other programs. Importing a file again changes nothing.")
final class ImportCommand implements Callable<Integer> {
    /** Everything was done, but the server reports something that an operator should know. */
    private static final int INCOMPLETE = 3;

    @Mixin
    private SettingsOptions options;

    @Mixin
    private TargetOptions target;

    @Mixin
    private JsonOption json;

    @Mixin
    private FileOptions fileOptions;

    @Option(
            names = "--dry-run",
            description =
                    "Only read the files and count what they contain; publish nothing. Needs no running Multichat.")
    private boolean dryRun;

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            description = "File that receives a line of JSON for each part of a file that does not become an event.")
    private Path rejects;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            defaultValue = "1",
            converter = WholeNumberConverter.class,
            description =
                    "Number of files to read at the same time (default: ${DEFAULT-VALUE}). The order within a file is kept.")
    private int jobs;

    @Option(
            names = "--journal",
            paramLabel = "FILE",
            description = {
                "File that remembers how far the import got. When an interrupted import is repeated, it does not publish again what"
                        + " Kafka has. The file is removed at the end; standard input and pipes have none",
                "(default: a file in the data directory, if its Multichat is the target)."
            })
    private Path journal;

    @Option(
            names = "--wait",
            description = "Wait until the topology has processed all events and every sink has committed them.")
    private boolean wait;

    @Option(
            names = "--stall-timeout",
            paramLabel = "DURATION",
            defaultValue = "2m",
            converter = DurationConverter.class,
            description = "How long --wait waits without progress before it fails (default: ${DEFAULT-VALUE}).")
    private Duration stallTimeout;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description =
                    "Files, folders or zips to import; files may be compressed with gzip or zstd; - for standard input.")
    private List<String> paths;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (jobs < 1) {
            throw new UsageException("--jobs is " + jobs + "; it must be at least 1");
        }
        Settings settings = dryRun ? options.settings() : target.joining(options.settings());
        try (RejectsFile rejected = new RejectsFile(Optional.ofNullable(rejects))) {
            ImportRequest request = ImportRequest.of(
                            paths.stream().map(ImportFile::new).toList(),
                            fileOptions.format(),
                            fileOptions.reading(
                                    ImportRequest.maxEventBytes(settings.get(SessionSettings.EVENT_MAX_BYTES))),
                            new ClockSkew(settings.get(SessionSettings.CLOCK_SKEW_MAX)),
                            rejected)
                    .with(jobs, dryRun ? Optional.empty() : journal());
            return dryRun
                    ? new DryRunAnswer(spec.commandLine(), json).print(new DryRun(request).run())
                    : publish(request);
        }
    }

    private int publish(ImportRequest request) {
        Settings settings = options.settings();
        int exitCode = new ImportAnswer(spec.commandLine(), json).print(run(request, settings));
        boolean complete = !wait
                || new ServerHealth(target.server(settings))
                        .report(spec.commandLine().getErr());
        return exitCode == CommandLine.ExitCode.OK && !complete ? INCOMPLETE : exitCode;
    }

    private ImportReport run(ImportRequest request, Settings settings) {
        Optional<WaitFor> waitFor = wait ? Optional.of(target.waitFor(settings, stallTimeout)) : Optional.empty();
        try (TerminalProgress progress = TerminalProgress.on(spec.commandLine().getErr())) {
            ImportProgress shown = new ImportProgressText(progress, request.meter());
            return new ImportRun(request, target.kafka(settings), waitFor, shown, System::nanoTime).run();
        }
    }

    private Optional<Path> journal() {
        return Optional.ofNullable(journal).or(() -> target.journal(options.settings(), paths));
    }
}
