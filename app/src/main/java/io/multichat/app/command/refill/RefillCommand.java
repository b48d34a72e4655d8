package io.multichat.app.command.refill;

import io.multichat.app.command.option.CommandGroup;
import picocli.CommandLine.Command;

/** The commands that fill a store from the archive. */
@Command(
        name = "refill",
        description =
                "Fill SQLite or Redis from the archive, for example when the topics no longer hold what they lack.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {RefillSqliteCommand.class, RefillRedisCommand.class})
public final class RefillCommand extends CommandGroup {}
