package io.multichat.app.command;

import io.multichat.app.command.option.HelpOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups the commands for archives; it only has subcommands. */
@Command(
        name = "archive",
        description = "Archive maintenance.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = ArchiveCompactCommand.class)
final class ArchiveCommand implements Runnable {
    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "no command given; use one of: "
                        + String.join(", ", spec.subcommands().keySet()));
    }
}
