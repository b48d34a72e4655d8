package io.multichat.app.command.print;

import io.multichat.jobs.imports.ImportProgress;
import io.multichat.jobs.imports.source.ByteMeter;
import java.time.Duration;
import java.util.Locale;

/**
 * Shows the progress of an import.
 *
 * @param terminal where to show it
 * @param meter counts the bytes that are read
 */
public record ImportProgressText(TerminalProgress terminal, ByteMeter meter) implements ImportProgress {
    @Override
    public void at(Stage stage, long events) {
        if (stage == Stage.PUBLISHING) {
            terminal.update(meter.share(), elapsed -> text(stage, events, elapsed));
        } else {
            terminal.show(elapsed -> text(stage, events, elapsed));
        }
    }

    private static String text(Stage stage, long events, Duration elapsed) {
        return switch (stage) {
            case PUBLISHING ->
                String.format(Locale.ROOT, "published %,d events, %,d/s", events, (long)
                        (events / Math.max(1e-3, elapsed.toNanos() / 1e9)));
            case WAITING_FOR_TOPOLOGY ->
                String.format(Locale.ROOT, "published %,d events; waiting for the topology", events);
            case WAITING_FOR_SINKS -> String.format(Locale.ROOT, "processed %,d events; waiting for the sinks", events);
        };
    }
}
