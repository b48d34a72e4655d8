package io.multichat.app.command.read;

import io.multichat.app.command.option.CommandGroup;
import picocli.CommandLine.Command;

/** The commands for dead letters. */
@Command(
        name = "dead-letters",
        description = "List, show and replay dead letters: the records that the topology refused.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {DeadLettersListCommand.class, DeadLettersShowCommand.class, DeadLettersReplayCommand.class})
public final class DeadLettersCommand extends CommandGroup {}
