package io.multichat.topology.state;

import io.multichat.events.Conversation;
import io.multichat.events.MessagePosition;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionSnapshot.Span;
import io.multichat.events.SessionSnapshot.Version;
import io.multichat.events.SessionStatus;
import java.time.Duration;

/**
 * A session in the state: an interval of its conversation with counts. Its size does not depend on the number of messages.
 *
 * @param id never changes
 * @param first position of its first message
 * @param last position of its last message
 * @param counts number of its messages, edits, deletes and senders
 * @param status open or closed
 * @param announced its announcement state
 */
public record Session(
        SessionId id,
        MessagePosition first,
        MessagePosition last,
        SessionCounts counts,
        SessionStatus status,
        Announced announced) {
    public long startedAt() {
        return first.sentAt();
    }

    public long lastMessageAt() {
        return last.sentAt();
    }

    public boolean isOpen() {
        return status.state() == SessionStatus.State.OPEN;
    }

    /** The session with another message, before, within or after its interval. */
    public Session with(MessagePosition message, SessionCounts grown) {
        return new Session(
                id,
                MessagePosition.earlier(first, message),
                MessagePosition.later(last, message),
                grown,
                status,
                announced);
    }

    /** The session with other counts. */
    public Session with(SessionCounts counted) {
        return new Session(id, first, last, counted, status, announced);
    }

    /** The session with another status. */
    public Session with(SessionStatus changed) {
        return new Session(id, first, last, counts, changed, announced);
    }

    /** The session with another announcement state. */
    public Session with(Announced changed) {
        return new Session(id, first, last, counts, status, changed);
    }

    /** The session without its content: only the id and the interval are left. */
    public Session deleted() {
        return new Session(
                id,
                new MessagePosition(startedAt(), 0, ""),
                new MessagePosition(lastMessageAt(), 0, ""),
                SessionCounts.NOTHING,
                SessionStatus.DELETED,
                announced);
    }

    /** Merges a later session into this one, which keeps its id. */
    public Session merge(Session later, SessionCounts both) {
        return new Session(id, first, MessagePosition.later(last, later.last), both, later.status, announced);
    }

    /**
     * The snapshot of this session.
     *
     * @param conversation the conversation of the session
     * @param gap the gap of that conversation
     * @param generation generation of all snapshots, see {@link Version}
     */
    public SessionSnapshot toSnapshot(Conversation conversation, Duration gap, int generation) {
        return new SessionSnapshot(
                id,
                conversation,
                status,
                new Span(startedAt(), lastMessageAt()),
                counts.toSnapshot(),
                first.messageId(),
                last.messageId(),
                gap,
                new Version(generation, announced.version()));
    }
}
