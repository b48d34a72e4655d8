package io.multichat.app.command.erase;

import io.multichat.app.command.print.TerminalProgress;
import io.multichat.jobs.erase.ErasureProgress;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Shows the progress of an erasure.
 *
 * @param terminal where to show it
 */
record ErasureProgressText(TerminalProgress terminal) implements ErasureProgress {
    @Override
    public void at(Stage stage, long commands) {
        if (stage == Stage.PUBLISHING) {
            terminal.update(OptionalDouble.empty(), elapsed -> text(stage, commands));
        } else {
            terminal.show(elapsed -> text(stage, commands));
        }
    }

    private static String text(Stage stage, long commands) {
        return switch (stage) {
            case PLANNING -> "counting what the stores hold";
            case PUBLISHING -> String.format(Locale.ROOT, "published %,d commands", commands);
            case WAITING_FOR_TOPOLOGY ->
                String.format(Locale.ROOT, "published %,d commands; waiting for the topology", commands);
            case WAITING_FOR_SINKS ->
                String.format(Locale.ROOT, "published %,d commands; waiting for the sinks", commands);
            case WAITING_FOR_CLEANUP -> "erased; waiting for SQLite to clean its files";
            case CHECKING -> "erased; counting what is left";
        };
    }
}
