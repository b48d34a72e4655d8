package io.multichat.app.command;

import io.multichat.app.command.option.DurationConverter;
import io.multichat.app.command.option.FormatOption;
import io.multichat.app.command.option.JsonOption;
import io.multichat.app.command.option.SettingsOptions;
import io.multichat.app.command.option.TargetOptions;
import io.multichat.app.command.print.TerminalProgress;
import io.multichat.app.settings.Settings;
import io.multichat.app.settings.StoreSettings;
import io.multichat.jobs.imports.ImportFile;
import io.multichat.jobs.imports.ImportReport;
import io.multichat.jobs.imports.ImportRequest;
import io.multichat.jobs.imports.ImportRun;
import io.multichat.jobs.imports.WaitFor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        description = "Publishes every line of a file as an event. Importing a file again changes nothing.")
final class ImportCommand implements Callable<Integer> {
    @Mixin
    private SettingsOptions options;

    @Mixin
    private TargetOptions target;

    @Mixin
    private JsonOption json;

    @Mixin
    private FormatOption format;

    @Option(
            names = "--wait",
            description = "Returns when the topology has processed everything, and every sink has committed it.")
    private boolean wait;

    @Option(
            names = "--stall-timeout",
            paramLabel = "TIME",
            defaultValue = "2m",
            converter = DurationConverter.class,
            description = "--wait gives up when nothing moves for this long (default: ${DEFAULT-VALUE}).")
    private Duration stallTimeout;

    @Parameters(
            paramLabel = "FILE",
            description = "FILE.jsonl, FILE.jsonl.gz, FILE.jsonl.zst, or - for standard input.")
    private String file;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        format.require();
        Settings settings = options.settings();
        Optional<WaitFor> waitFor = wait ? Optional.of(waitFor(settings)) : Optional.empty();
        ImportRequest request = new ImportRequest(new ImportFile(file), target.kafka(settings), waitFor);
        return new ImportAnswer(spec.commandLine(), json).print(run(request));
    }

    private ImportReport run(ImportRequest request) {
        try (TerminalProgress progress = TerminalProgress.on(spec.commandLine().getErr())) {
            return new ImportRun(request, progress::show).run();
        }
    }

    private WaitFor waitFor(Settings settings) {
        Path archive =
                settings.get(StoreSettings.ARCHIVE_DIR).orElse(target.dataDir().resolve("archive"));
        return new WaitFor(target.server(settings), target.sinks(), archive, stallTimeout);
    }
}
