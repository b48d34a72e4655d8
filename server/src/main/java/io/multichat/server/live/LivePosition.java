package io.multichat.server.live;

import io.multichat.events.text.WholeNumbers;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A position in all logs, which a client sends as {@code Last-Event-ID} to continue.
 *
 * @param next the next offset of each log
 */
public record LivePosition(SortedMap<LiveLog, Long> next) {
    private static final Pattern TEXT =
            Pattern.compile("[ts][0-9]{1,5}\\.[0-9]{1,18}(-[ts][0-9]{1,5}\\.[0-9]{1,18}){0,9999}+");

    /**
     * Parses the text that {@link #toString()} returns.
     *
     * @throws IllegalArgumentException if the text is not a position
     */
    public static LivePosition parse(String text) {
        if (!TEXT.matcher(text).matches()) {
            throw new IllegalArgumentException("it is not the id of a live event");
        }
        SortedMap<LiveLog, Long> next = new TreeMap<>();
        for (String part : text.split("-")) {
            int dot = part.indexOf('.');
            LiveLog log = new LiveLog(part.charAt(0) == 's', WholeNumbers.parseInt(part.substring(1, dot)));
            next.put(log, WholeNumbers.parseLong(part.substring(dot + 1)));
        }
        return new LivePosition(next);
    }

    /** The position as text without spaces; empty if it covers no logs. */
    @Override
    public String toString() {
        return next.entrySet().stream().map(LivePosition::part).collect(Collectors.joining("-"));
    }

    private static String part(Map.Entry<LiveLog, Long> entry) {
        return entry.getKey() + "." + entry.getValue();
    }
}
