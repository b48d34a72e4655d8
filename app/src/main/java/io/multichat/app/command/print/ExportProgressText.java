package io.multichat.app.command.print;

import io.multichat.jobs.export.ExportProgress;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Shows the progress of an export.
 *
 * @param terminal where to show it
 */
public record ExportProgressText(TerminalProgress terminal) implements ExportProgress {
    @Override
    public void at(Stage stage, long done, OptionalLong total) {
        OptionalDouble share = total.isPresent() && total.getAsLong() > 0
                ? OptionalDouble.of(Math.min(1, (double) done / total.getAsLong()))
                : OptionalDouble.empty();
        terminal.update(share, elapsed -> text(stage, done, elapsed));
    }

    private static String text(Stage stage, long done, Duration elapsed) {
        return switch (stage) {
            case READING ->
                String.format(Locale.ROOT, "read %,d events, %,d/s", done, (long)
                        (done / Math.max(1e-3, elapsed.toNanos() / 1e9)));
            case WRITING -> String.format(Locale.ROOT, "wrote %,d messages", done);
        };
    }
}
