package io.multichat.app.command.refill;

import io.multichat.app.command.print.TerminalProgress;
import io.multichat.jobs.refill.RefillProgress;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Shows the progress of a refill.
 *
 * @param terminal where to show it
 */
record RefillProgressText(TerminalProgress terminal) implements RefillProgress {
    @Override
    public void at(long entries) {
        terminal.update(
                OptionalDouble.empty(),
                elapsed -> String.format(Locale.ROOT, "read %,d events and snapshots of the archive", entries));
    }
}
