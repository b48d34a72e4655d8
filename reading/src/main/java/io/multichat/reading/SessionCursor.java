package io.multichat.reading;

import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.text.WholeNumbers;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The position of a session in a list that is sorted newest first. Stable while new sessions arrive: no session appears on two
 * pages. The natural order is that of the list.
 *
 * @param startedAt the start of the session, in UTC milliseconds
 * @param sessionId the id of the session, which orders sessions with the same start
 */
public record SessionCursor(long startedAt, SessionId sessionId) implements Comparable<SessionCursor> {
    /** The order of lists of sessions: by start, then by id, both descending. */
    public static final Comparator<SessionSnapshot> NEWEST_FIRST = Comparator.comparing(SessionCursor::of);

    private static final Pattern TEXT = Pattern.compile("(-?[0-9]{1,15})-([0-9A-Za-z]{26})");

    /** The position of a session. */
    public static SessionCursor of(SessionSnapshot session) {
        return new SessionCursor(session.span().startedAt(), session.sessionId());
    }

    /**
     * Parses the text that {@link #toString()} returns.
     *
     * @throws IllegalArgumentException if the text is not a session cursor
     */
    public static SessionCursor parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a session cursor has the form time-sessionId");
        }
        return new SessionCursor(WholeNumbers.parseLong(matcher.group(1)), SessionId.parse(matcher.group(2)));
    }

    @Override
    public int compareTo(SessionCursor other) {
        int byStart = Long.compare(other.startedAt, startedAt);
        return byStart != 0 ? byStart : other.sessionId.compareTo(sessionId);
    }

    /** The cursor as URL-safe text. */
    @Override
    public String toString() {
        return startedAt + "-" + sessionId;
    }
}
