package io.multichat.app.command.erase;

import io.multichat.app.command.option.CommandGroup;
import picocli.CommandLine.Command;

/** The commands that erase. */
@Command(
        name = "erase",
        description = {
            "Erase what a person left, or sessions, from the topology and every store; list and show the receipts.",
            "What topics still hold goes with their retention."
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
