package io.multichat.app.command.print;

import io.multichat.jobs.imports.ImportProgress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Shows the progress of an import on one line of a terminal, which it keeps updating. Used by one thread. */
public final class TerminalProgress implements AutoCloseable {
    private static final long INTERVAL = Duration.ofMillis(200).toNanos();
    /** Set by the launcher. */
    private static final String TERMINAL = "multichat.terminal";

    private static final String CLEAR = "\r\u001b[K";

    private final PrintWriter terminal;
    private final boolean visible;
    private final long start = System.nanoTime();
    private long last;
    private boolean shown;

    private TerminalProgress(PrintWriter terminal, boolean visible) {
        this.terminal = terminal;
        this.visible = visible;
    }

    /**
     * Shows nothing unless standard error is a terminal, which only the launcher can find out: Java's console is about standard
     * input and output.
     */
    public static TerminalProgress on(PrintWriter terminal) {
        return new TerminalProgress(terminal, Boolean.getBoolean(TERMINAL));
    }

    /** @param events number of events read so far */
    public void show(ImportProgress.Stage stage, long events) {
        long now = System.nanoTime();
        boolean due = stage != ImportProgress.Stage.PUBLISHING || now - last >= INTERVAL;
        if (!visible || !due) {
            return;
        }
        last = now;
        shown = true;
        terminal.print(CLEAR + text(stage, events, now - start));
        terminal.flush();
    }

    /** Clears the line. */
    @Override
    public void close() {
        if (shown) {
            shown = false;
            terminal.print(CLEAR);
            terminal.flush();
        }
    }

    private static String text(ImportProgress.Stage stage, long events, long nanos) {
        return switch (stage) {
            case PUBLISHING ->
                String.format(Locale.ROOT, "published %,d events, %,d/s", events, (long) (events / (nanos / 1e9)));
            case WAITING_FOR_TOPOLOGY ->
                String.format(Locale.ROOT, "published %,d events; waiting for the topology", events);
            case WAITING_FOR_SINKS -> String.format(Locale.ROOT, "processed %,d events; waiting for the sinks", events);
        };
    }
}
