package io.multichat.app.command.print;

import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;

/** A bar with percentage and time left, for work whose size is known. */
final class ProgressBar {
    private static final int WIDTH = 24;
    /** An estimate from less than this is worth nothing. */
    private static final double MIN_SHARE = 0.005;

    private ProgressBar() {}

    /**
     * Puts a bar before a text, and the time left after it.
     *
     * @param share which part of the work is done, from 0 to 1; empty if the size of the work is unknown: only the text is returned
     * @param elapsed duration of the work so far
     */
    static String around(String text, OptionalDouble share, Duration elapsed) {
        if (share.isEmpty()) {
            return text;
        }
        double done = share.getAsDouble();
        int filled = (int) (done * WIDTH);
        String bar = "=".repeat(filled) + " ".repeat(WIDTH - filled);
        return String.format(Locale.ROOT, "[%s] %3d %% %s%s", bar, (int) (done * 100), text, left(done, elapsed));
    }

    private static String left(double done, Duration elapsed) {
        if (done < MIN_SHARE || done >= 1) {
            return "";
        }
        long seconds = (long) Math.ceil(elapsed.toMillis() / 1e3 * (1 - done) / done);
        long hours = seconds / 3_600;
        String minutes = hours > 0 ? hours + ":%02d" : "%d";
        return ", " + String.format(Locale.ROOT, minutes + ":%02d", seconds / 60 % 60, seconds % 60) + " left";
    }
}
