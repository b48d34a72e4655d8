package io.multichat.reading;

import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.text.WholeNumbers;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The position of a conversation in a list that is sorted by newest activity first. No conversation appears on two pages; one
 * that becomes active while the list is read moves to its front. The natural order is that of the list.
 *
 * @param lastMessageAt the time of the last message of the conversation's newest session, in UTC milliseconds
 * @param sessionId the id of that session, which orders conversations with the same time
 */
public record ConversationCursor(long lastMessageAt, SessionId sessionId) implements Comparable<ConversationCursor> {
    /** The order of the newest sessions of conversations in a list: by last message, then by id, both descending. */
    public static final Comparator<SessionSnapshot> NEWEST_ACTIVITY_FIRST =
            Comparator.comparing(ConversationCursor::of);

    private static final Pattern TEXT = Pattern.compile("(-?[0-9]{1,15})-([0-9A-Za-z]{26})");

    /** The position of a conversation, given its newest session. */
    public static ConversationCursor of(SessionSnapshot newest) {
        return new ConversationCursor(newest.span().lastMessageAt(), newest.sessionId());
    }

    /**
     * Parses the text that {@link #toString()} returns.
     *
     * @throws IllegalArgumentException if the text is not a conversation cursor
     */
    public static ConversationCursor parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a conversation cursor has the form time-sessionId");
        }
        return new ConversationCursor(WholeNumbers.parseLong(matcher.group(1)), SessionId.parse(matcher.group(2)));
    }

    @Override
    public int compareTo(ConversationCursor other) {
        int byTime = Long.compare(other.lastMessageAt, lastMessageAt);
        return byTime != 0 ? byTime : other.sessionId.compareTo(sessionId);
    }

    /** The cursor as URL-safe text. */
    @Override
    public String toString() {
        return lastMessageAt + "-" + sessionId;
    }
}
