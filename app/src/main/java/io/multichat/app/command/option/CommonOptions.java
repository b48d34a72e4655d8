package io.multichat.app.command.option;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of every command without subcommands: {@code --verbose} and {@code --help}. */
public final class CommonOptions {
    @Option(
            names = {"-v", "--verbose"},
            description = "Print logs, and stack traces of errors.")
    private boolean verbose;

    @Mixin
    private HelpOption help;
}
