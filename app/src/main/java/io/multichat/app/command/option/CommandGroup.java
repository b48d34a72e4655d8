package io.multichat.app.command.option;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that does nothing itself and only has subcommands. Without one of them, its usage is wrong. */
public abstract class CommandGroup implements Runnable {
    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public final void run() {
        throw new ParameterException(
                spec.commandLine(),
                "no command given; use one of: "
                        + String.join(", ", spec.subcommands().keySet()));
    }
}
