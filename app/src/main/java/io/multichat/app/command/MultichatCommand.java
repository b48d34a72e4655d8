package io.multichat.app.command;

import io.multichat.app.command.option.HelpOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root command; it only has subcommands. */
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
            SearchCommand.class,
            ExportCommand.class,
            ArchiveCommand.class,
            VersionCommand.class
        },
        footer = {
            "",
            "Exit codes: 0 success, 1 failure, 2 usage error, 3 import of a file with some events that are not valid.",
            "`multichat COMMAND --help` describes a command. docs/configuration.md lists the settings."
        })
final class MultichatCommand implements Runnable {
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
