package io.multichat.app.command.refill;

import io.multichat.app.command.print.Printable;
import io.multichat.app.command.print.TerminalProgress;
import io.multichat.jobs.refill.RefillProgress;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.OptionalDouble;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Shows the progress of a refill.
 *
 * @param terminal where to show it
 * @param err where to print why a refill waits, on a terminal or not
 */
record RefillProgressText(TerminalProgress terminal, PrintWriter err) implements RefillProgress {
    static RefillProgressText of(CommandSpec command, TerminalProgress terminal) {
        return new RefillProgressText(terminal, command.commandLine().getErr());
    }

    @Override
    public void at(long entries) {
        terminal.update(
                OptionalDouble.empty(),
                elapsed -> String.format(Locale.ROOT, "read %,d events and snapshots of the archive", entries));
    }

    @Override
    public void waiting(String problem) {
        terminal.clear();
        err.println("multichat: " + Printable.line(problem));
    }
}
