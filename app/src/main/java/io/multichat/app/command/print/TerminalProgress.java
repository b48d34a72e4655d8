package io.multichat.app.command.print;

import io.multichat.jobs.imports.ImportProgress;
import java.io.PrintWriter;
import java.time.Duration;

/** Shows on a terminal how far long work is, in one line that is written over and over. Used by one thread. */
public final class TerminalProgress implements AutoCloseable {
    private static final long INTERVAL = Duration.ofMillis(200).toNanos();
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

    /** Shows nothing unless a person watches. */
    public static TerminalProgress on(PrintWriter terminal) {
        return new TerminalProgress(terminal, System.console() != null);
    }

    public void show(ImportProgress.Stage stage, long lines) {
        long now = System.nanoTime();
        boolean due = stage != ImportProgress.Stage.PUBLISHING || now - last >= INTERVAL;
        if (!visible || !due) {
            return;
        }
        last = now;
        shown = true;
        terminal.print(CLEAR + text(stage, lines, now - start));
        terminal.flush();
    }

    /** Removes the line. */
    @Override
    public void close() {
        if (shown) {
            shown = false;
            terminal.print(CLEAR);
            terminal.flush();
        }
    }

    private static String text(ImportProgress.Stage stage, long lines, long nanos) {
        return switch (stage) {
            case PUBLISHING -> "published %,d lines, %,d/s".formatted(lines, (long) (lines / (nanos / 1e9)));
            case WAITING_FOR_TOPOLOGY -> "published %,d lines; the topology processes them".formatted(lines);
            case WAITING_FOR_SINKS -> "processed %,d lines; the sinks commit them".formatted(lines);
        };
    }
}
