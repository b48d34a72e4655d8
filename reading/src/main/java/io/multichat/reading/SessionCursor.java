package io.multichat.reading;

import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place of a session in the list of all: newest first. Stable while sessions come: a page never shows one twice.
 *
 * @param startedAt UTC milliseconds
 * @param sessionId decides between sessions that start together
 */
public record SessionCursor(long startedAt, SessionId sessionId) {
    private static final Pattern TEXT = Pattern.compile("(-?[0-9]{1,15})-([0-9A-Za-z]{26})");

    /** The place of a session. */
    public static SessionCursor of(SessionSnapshot session) {
        return new SessionCursor(session.span().startedAt(), session.sessionId());
    }

    /**
     * Reads what {@link #toString()} wrote.
     *
     * @throws IllegalArgumentException when the text is not a cursor
     */
    public static SessionCursor parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a cursor is a time, a hyphen and a session id");
        }
        return new SessionCursor(Long.parseLong(matcher.group(1)), SessionId.parse(matcher.group(2)));
    }

    /** URL-safe. */
    @Override
    public String toString() {
        return startedAt + "-" + sessionId;
    }
}
