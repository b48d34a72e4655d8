package io.multichat.app.command.backup;

import io.multichat.app.command.option.DataDirOption;
import io.multichat.app.command.option.JsonOption;
import io.multichat.app.command.option.SettingsOptions;
import io.multichat.app.command.option.UsageException;
import io.multichat.app.data.DataLayout;
import io.multichat.app.data.RunFile;
import io.multichat.jobs.backup.BackupReport;
import io.multichat.jobs.backup.RestoreRun;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "restore",
        description = {
            "Restore a backup to stores that do not exist.",
            "Stop the sinks first; when they start again, they read from the topics what is newer than the backup."
        })
public final class RestoreCommand implements Callable<Integer> {
    @Mixin
    private SettingsOptions options;

    @Mixin
    private DataDirOption dataDir;

    @Mixin
    private JsonOption json;

    @Parameters(paramLabel = "FOLDER", description = "Folder with the backup.")
    private Path folder;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (RunFile.find(new DataLayout(dataDir.path())).isPresent()) {
            throw new UsageException(
                    "a multichat dev runs on " + dataDir.path() + "; stop it before you restore its stores");
        }
        BackupReport report = new RestoreRun(dataDir.durable(options.settings()).backups()).run(folder);
        PrintWriter out = spec.commandLine().getOut();
        if (json.wanted()) {
            json.print(out, report);
        } else {
            new BackupText(out).print(report);
            out.println();
            out.println("Start the sinks, wait until they have read what is newer, then run `multichat verify`.");
        }
        return 0;
    }
}
