package io.multichat.app.command.erase;

import io.multichat.app.command.option.CommandGroup;
import picocli.CommandLine.Command;

/** The commands that erase. */
@Command(
        name = "erase",
        description = {
            "Erase a person's content, or whole sessions, from the topology and every store; list and show the receipts.",
            "What the topics still hold is deleted when their retention ends."
        },
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ErasePersonCommand.class,
            EraseSessionCommand.class,
            EraseResumeCommand.class,
            EraseListCommand.class,
            EraseShowCommand.class
        })
public final class EraseCommand extends CommandGroup {}
