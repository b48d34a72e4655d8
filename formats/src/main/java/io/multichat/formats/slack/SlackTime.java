package io.multichat.formats.slack;

import io.multichat.events.text.WholeNumbers;
import io.multichat.formats.RefusedException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Slack's timestamps, {@code 1736554636.807919}, which are also the ids of messages. */
final class SlackTime {
    private static final Pattern SECONDS = Pattern.compile("(\\d{1,12})(?:\\.(\\d{1,9}))?");

    private SlackTime() {}

    /**
     * The time in UTC milliseconds.
     *
     * @throws RefusedException when it is not a timestamp
     */
    static long millis(String ts) {
        Matcher seconds = SECONDS.matcher(ts);
        if (!seconds.matches()) {
            throw new RefusedException(ts.isEmpty() ? "no ts" : "ts is not a time in seconds");
        }
        String fraction = seconds.group(2) == null ? "" : seconds.group(2);
        return WholeNumbers.parseLong(seconds.group(1)) * 1_000
                + WholeNumbers.parseLong((fraction + "000").substring(0, 3));
    }
}
