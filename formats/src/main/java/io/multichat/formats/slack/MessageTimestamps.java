package io.multichat.formats.slack;

import io.multichat.formats.RefusedException;
import java.util.Locale;

/**
 * Timestamps for messages of one day, which are their ids in Slack. Messages that came from Slack keep theirs; the others get one from
 * their time, and a number that distinguishes messages of the same millisecond. Used by one thread.
 */
final class MessageTimestamps {
    private static final int PER_MILLISECOND = 1_000;

    private long lastMillis = -1;
    private int number;

    /** The timestamp of the next message, in the order of time. */
    String of(String id, long millis) {
        if (isTimestamp(id, millis)) {
            return id;
        }
        number = millis == lastMillis ? number + 1 : 0;
        lastMillis = millis;
        return format(millis, number % PER_MILLISECOND);
    }

    /** The timestamp of a time. */
    static String exact(long millis) {
        return format(millis, 0);
    }

    private static boolean isTimestamp(String id, long millis) {
        try {
            return SlackTime.millis(id) == millis;
        } catch (RefusedException e) {
            return false;
        }
    }

    private static String format(long millis, int number) {
        return String.format(Locale.ROOT, "%d.%03d%03d", millis / 1_000, millis % 1_000, number);
    }
}
