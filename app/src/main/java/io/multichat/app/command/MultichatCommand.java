package io.multichat.app.command;

import io.multichat.app.command.access.KeyCommand;
import io.multichat.app.command.backup.BackupCommand;
import io.multichat.app.command.backup.RestoreCommand;
import io.multichat.app.command.doctor.DoctorCommand;
import io.multichat.app.command.erase.EraseCommand;
import io.multichat.app.command.erase.HoldCommand;
import io.multichat.app.command.erase.RetentionCommand;
import io.multichat.app.command.option.CommandGroup;
import io.multichat.app.command.read.CompletionCommand;
import io.multichat.app.command.read.DeadLettersCommand;
import io.multichat.app.command.read.SearchCommand;
import io.multichat.app.command.read.SessionsCommand;
import io.multichat.app.command.read.ShowCommand;
import io.multichat.app.command.read.TailCommand;
import io.multichat.app.command.rebuild.RebuildCommand;
import io.multichat.app.command.refill.RefillCommand;
import io.multichat.app.command.verify.VerifyCommand;
import picocli.CommandLine.Command;

/** The root of all commands. */
@Command(
        name = "multichat",
        description = "Turn chat traffic on Kafka into sessions and store them in Redis, SQLite and an archive.",
        mixinStandardHelpOptions = false,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DevCommand.class,
            ServeCommand.class,
            TopicsCommand.class,
            PublishCommand.class,
            ImportCommand.class,
            SessionsCommand.class,
            ShowCommand.class,
            TailCommand.class,
            SearchCommand.class,
            DeadLettersCommand.class,
            ExportCommand.class,
            ArchiveCommand.class,
            VerifyCommand.class,
            DoctorCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            RebuildCommand.class,
            RefillCommand.class,
            EraseCommand.class,
            HoldCommand.class,
            RetentionCommand.class,
            KeyCommand.class,
            CompletionCommand.class,
            VersionCommand.class
        },
        footer = {
            "",
            "Exit codes: 0 success, 1 failure, 2 usage error, 3 something was found: invalid events of an import, an incomplete store, differences,",
            "erased content that is left, or a hold that keeps it.",
            "`multichat COMMAND --help` describes a command. docs/configuration.md lists the settings."
        })
final class MultichatCommand extends CommandGroup {}
