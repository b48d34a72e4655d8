package io.multichat.app.command;

import io.multichat.app.command.option.CommandGroup;
import picocli.CommandLine.Command;

/** The commands for archives. */
@Command(
        name = "archive",
        description = "Archive maintenance.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = ArchiveCompactCommand.class)
final class ArchiveCommand extends CommandGroup {}
