package io.multichat.app.command.print;

import io.multichat.jobs.erase.ErasureProgress;
import io.multichat.jobs.imports.ImportProgress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongFunction;

/** Shows the progress of an import or an erasure on one line of a terminal, which it keeps updating. Used by one thread. */
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
        show(stage == ImportProgress.Stage.PUBLISHING, nanos -> text(stage, events, nanos));
    }

    /** @param commands number of commands published so far */
    public void show(ErasureProgress.Stage stage, long commands) {
        show(stage == ErasureProgress.Stage.PUBLISHING, nanos -> text(stage, commands));
    }

    /**
     * Shows a text.
     *
     * @param often true if there is another text soon, so that this one may be left out
     * @param text made from the nanoseconds since the beginning
     */
    private void show(boolean often, LongFunction<String> text) {
        long now = System.nanoTime();
        if (!visible || (often && now - last < INTERVAL)) {
            return;
        }
        last = now;
        shown = true;
        terminal.print(CLEAR + text.apply(now - start));
        terminal.flush();
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

    private static String text(ImportProgress.Stage stage, long events, long nanos) {
        return switch (stage) {
            case PUBLISHING ->
                String.format(Locale.ROOT, "published %,d events, %,d/s", events, (long) (events / (nanos / 1e9)));
            case WAITING_FOR_TOPOLOGY ->
                String.format(Locale.ROOT, "published %,d events; waiting for the topology", events);
            case WAITING_FOR_SINKS -> String.format(Locale.ROOT, "processed %,d events; waiting for the sinks", events);
        };
    }

    private static String text(ErasureProgress.Stage stage, long commands) {
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
