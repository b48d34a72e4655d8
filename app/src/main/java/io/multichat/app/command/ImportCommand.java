package io.multichat.app.command;

import io.multichat.app.command.option.DurationConverter;
import io.multichat.app.command.option.ImportFormat;
import io.multichat.app.command.option.JsonOption;
import io.multichat.app.command.option.SettingsOptions;
import io.multichat.app.command.option.TargetOptions;
import io.multichat.app.command.print.TerminalProgress;
import io.multichat.app.settings.SessionSettings;
import io.multichat.app.settings.Settings;
import io.multichat.formats.EventReader;
import io.multichat.formats.registry.FormatRegistry;
import io.multichat.jobs.client.ClockSkew;
import io.multichat.jobs.imports.ImportFile;
import io.multichat.jobs.imports.ImportReport;
import io.multichat.jobs.imports.ImportRequest;
import io.multichat.jobs.imports.ImportRun;
import io.multichat.jobs.imports.WaitFor;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "import", description = "Publish the events of a file. Importing a file again changes nothing.")
final class ImportCommand implements Callable<Integer> {
    /** Everything was done, but the server reports something that an operator should know. */
    private static final int INCOMPLETE = 3;

    @Mixin
    private SettingsOptions options;

    @Mixin
    private TargetOptions target;

    @Mixin
    private JsonOption json;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = FormatRegistry.JSON_LINES,
            converter = ImportFormat.class,
            completionCandidates = ImportFormat.class,
            description = "Format of the file: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private EventReader.Opener format;

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
            description = "File to import, plain or compressed with gzip or zstd; - for standard input.")
    private String file;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Settings settings = options.settings();
        Optional<WaitFor> waitFor = wait ? Optional.of(waitFor(settings)) : Optional.empty();
        ClockSkew clockSkew = new ClockSkew(target.joining(settings).get(SessionSettings.CLOCK_SKEW_MAX));
        ImportRequest request =
                new ImportRequest(new ImportFile(file), format, target.kafka(settings), clockSkew, waitFor);
        int exitCode = new ImportAnswer(spec.commandLine(), json).print(run(request));
        boolean complete = !wait
                || new ServerHealth(target.server(settings))
                        .report(spec.commandLine().getErr());
        return exitCode == CommandLine.ExitCode.OK && !complete ? INCOMPLETE : exitCode;
    }

    private ImportReport run(ImportRequest request) {
        try (TerminalProgress progress = TerminalProgress.on(spec.commandLine().getErr())) {
            return new ImportRun(request, progress::show).run();
        }
    }

    private WaitFor waitFor(Settings settings) {
        return new WaitFor(target.server(settings), target.sinks(), target.archive(settings), stallTimeout);
    }
}
