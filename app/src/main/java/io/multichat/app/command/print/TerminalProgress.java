package io.multichat.app.command.print;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.OptionalDouble;

/** Shows the progress of a job on one line of a terminal, which it keeps updating. Used by one thread at a time. */
public final class TerminalProgress implements AutoCloseable {
    private static final Duration INTERVAL = Duration.ofMillis(200);
    /** Set by the launcher. */
    private static final String TERMINAL = "multichat.terminal";

    private static final String CLEAR = "\r\u001b[K";

    private final PrintWriter terminal;
    private final boolean visible;
    private final long start = System.nanoTime();
    private long last = start;
    private boolean shown;

    /** Describes the progress. */
    @FunctionalInterface
    public interface Line {
        /** @param elapsed duration of the job so far */
        String text(Duration elapsed);
    }

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

    /** Shows a line that is soon out of date, unless another one was shown a moment ago. */
    public void update(OptionalDouble share, Line line) {
        if (visible && System.nanoTime() - last >= INTERVAL.toNanos()) {
            show(elapsed -> ProgressBar.around(line.text(elapsed), share, elapsed));
        }
    }

    /** Shows a line at once. */
    public void show(Line line) {
        if (visible) {
            last = System.nanoTime();
            shown = true;
            terminal.print(CLEAR + line.text(Duration.ofNanos(last - start)));
            terminal.flush();
        }
    }

    @Override
    public void close() {
        clear();
    }

    /** Clears the line, so that something else can be printed. */
    public void clear() {
        if (shown) {
            shown = false;
            terminal.print(CLEAR);
            terminal.flush();
        }
    }
}
