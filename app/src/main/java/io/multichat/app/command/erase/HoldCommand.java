package io.multichat.app.command.erase;

import io.multichat.app.command.option.CommandGroup;
import picocli.CommandLine.Command;

/** The commands for holds. */
@Command(
        name = "hold",
        description = {
            "Set, clear and list legal holds. What a hold protects is neither erased nor removed by retention until it is cleared."
        },
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {HoldSetCommand.class, HoldClearCommand.class, HoldListCommand.class})
public final class HoldCommand extends CommandGroup {}
