package io.multichat.app.command.option;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code --yes}: no question on the terminal before something that cannot be undone. */
public final class ConfirmOption {
    /** Set by the launcher. */
    private static final String TERMINAL = "multichat.terminal";

    @Option(names = "--yes", description = "Do not ask for confirmation.")
    private boolean yes;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** True if the option is given. */
    public boolean isGiven() {
        return yes;
    }

    /**
     * True if the user confirms with the option or on the terminal.
     *
     * @param question ends with a question mark
     * @param action what the command does, for a command without a terminal: {@code replay publishes records}
     * @throws UsageException if the option is not given and there is no terminal
     */
    public boolean isConfirmed(String question, String action) {
        if (yes) {
            return true;
        }
        if (!Boolean.getBoolean(TERMINAL)) {
            throw new UsageException(action + "; without a terminal it needs --yes");
        }
        PrintWriter err = command.commandLine().getErr();
        err.print(question + " [y/N] ");
        err.flush();
        try {
            String answer = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            return answer != null && answer.strip().equalsIgnoreCase("y");
        } catch (IOException e) {
            throw new UncheckedIOException("standard input cannot be read", e);
        }
    }
}
