package io.multichat.app.command.refill;

import io.multichat.app.command.option.ArchiveOptions;
import io.multichat.app.command.option.JsonOption;
import io.multichat.app.command.option.SettingsOptions;
import io.multichat.app.command.print.TerminalProgress;
import io.multichat.app.refill.FilledAnswer;
import io.multichat.app.refill.SqliteRefill;
import io.multichat.app.settings.Settings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Completes SQLite. */
@Command(
        name = "sqlite",
        description = {
            "Write to SQLite everything that the archive holds; what the database has is left as it is.",
            "Stop the dev or serve on the data directory first. When it starts again, the sink reads from the topics what is newer. A"
                    + " connector on a Connect cluster may keep running.",
            "An interrupted refill is complete after the command has been repeated.",
            "Exit code 3 if the archive lacks records that the database lacks, or if the database refused entries."
        })
final class RefillSqliteCommand implements Callable<Integer> {
    private static final int LACKING = 3;

    @Mixin
    private SettingsOptions options;

    @Mixin
    private ArchiveOptions archive;

    @Mixin
    private JsonOption json;

    @Option(
            names = "--connector",
            paramLabel = "NAME",
            defaultValue = "multichat-sqlite",
            description = "Name of the connector that fills the database (default: ${DEFAULT-VALUE}).")
    private String connector;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Settings settings = options.settings();
        SqliteRefill refill = new SqliteRefill(
                archive.layout(), archive.archive(settings), archive.original(settings), archive.sqlite(settings));
        FilledAnswer answer;
        try (TerminalProgress progress = TerminalProgress.on(spec.commandLine().getErr())) {
            answer = refill.run(settings, connector, RefillProgressText.of(spec, progress));
        }
        RefillText.print(spec.commandLine(), json, answer);
        return answer.lacking().isEmpty() && answer.refused() == 0 ? 0 : LACKING;
    }
}
