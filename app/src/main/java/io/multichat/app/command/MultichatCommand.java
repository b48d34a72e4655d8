package io.multichat.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root: knows the commands, and does nothing itself. */
@Command(
        name = "multichat",
        description = "Turns chat traffic on Kafka into sessions, and keeps them in three stores that agree.",
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
            ExportCommand.class,
            ArchiveCommand.class,
            VersionCommand.class
        },
        footer = {
            "",
            "Exit codes: 0 done, 1 failed, 2 wrong usage.",
            "Settings are explained in docs/configuration.md. `multichat COMMAND --help` explains a command."
        })
final class MultichatCommand implements Runnable {
    @picocli.CommandLine.Option(
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
