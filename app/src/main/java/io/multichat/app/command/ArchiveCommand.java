package io.multichat.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Knows what can be done to an archive, and does nothing itself. */
@Command(
        name = "archive",
        description = "Looks after the archive.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = ArchiveCompactCommand.class)
final class ArchiveCommand implements Runnable {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Explains the command.")
    private boolean help;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "name a command: " + String.join(", ", spec.subcommands().keySet()));
    }
}
