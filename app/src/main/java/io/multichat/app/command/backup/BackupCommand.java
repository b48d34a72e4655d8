package io.multichat.app.command.backup;

import io.multichat.app.command.option.DataDirOption;
import io.multichat.app.command.option.JsonOption;
import io.multichat.app.command.option.SettingsOptions;
import io.multichat.app.command.print.ProgramVersion;
import io.multichat.jobs.backup.BackupReport;
import io.multichat.jobs.backup.BackupRun;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "backup",
        description = {
            "Copy SQLite and the archive to a folder while everything runs.",
            "Redis is not copied: its sink fills it from the topics."
        })
public final class BackupCommand implements Callable<Integer> {
    @Mixin
    private SettingsOptions options;

    @Mixin
    private DataDirOption dataDir;

    @Mixin
    private JsonOption json;

    @Parameters(paramLabel = "FOLDER", description = "New or empty folder for the backup.")
    private Path folder;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        BackupReport report =
                new BackupRun(dataDir.durable(options.settings()).backups(), ProgramVersion.get()).run(folder);
        PrintWriter out = spec.commandLine().getOut();
        if (json.wanted()) {
            json.print(out, report);
        } else {
            new BackupText(out).print(report);
            out.println();
            out.println("Keep it on another machine. `multichat restore " + folder + "` restores it to empty stores.");
        }
        return 0;
    }
}
