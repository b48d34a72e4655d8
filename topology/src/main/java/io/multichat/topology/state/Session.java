package io.multichat.topology.state;

import io.multichat.events.Conversation;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionSnapshot.Span;
import io.multichat.events.SessionSnapshot.Version;
import io.multichat.events.SessionStatus;
import java.time.Duration;

/**
 * A session as the state holds it: an interval of its conversation with counts. Its size does not depend on how many
 * messages it contains.
 *
 * @param id stable for ever
 * @param first its first message
 * @param last its last message
 * @param tally what it contains
 * @param closed true when it was announced closed
 * @param announced what the world knows of it
 */
public record Session(SessionId id, Edge first, Edge last, Tally tally, boolean closed, Announced announced) {
    /** Only {@code multichat rebuild} starts another generation. */
    private static final int GENERATION = 0;

    public long startedAt() {
        return first.sentAt();
    }

    public long lastMessageAt() {
        return last.sentAt();
    }

    /** The session with another message of its conversation, at either end or within. */
    public Session with(Edge message, Tally grown) {
        return new Session(id, Edge.earlier(first, message), Edge.later(last, message), grown, closed, announced);
    }

    /** The session with other counts. */
    public Session with(Tally counted) {
        return new Session(id, first, last, counted, closed, announced);
    }

    /** The session, closed or open. */
    public Session closed(boolean isClosed) {
        return new Session(id, first, last, tally, isClosed, announced);
    }

    /** The session after an announcement, or with one pending. */
    public Session with(Announced told) {
        return new Session(id, first, last, tally, closed, told);
    }

    /** This session and a later one of its conversation as one; it keeps this id. */
    public Session merge(Session later, Tally both) {
        return new Session(id, first, Edge.later(last, later.last), both, later.closed, announced);
    }

    /** What is told of the session while it is open or closed. */
    public SessionSnapshot toSnapshot(Conversation conversation, Duration gap) {
        SessionStatus status = closed
                ? SessionStatus.closed(lastMessageAt() + gap.toMillis(), SessionStatus.ClosedBy.IDLE)
                : SessionStatus.OPEN;
        return toSnapshot(conversation, gap, status);
    }

    /** What is told of the session in that status. */
    public SessionSnapshot toSnapshot(Conversation conversation, Duration gap, SessionStatus status) {
        return new SessionSnapshot(
                id,
                conversation,
                status,
                new Span(startedAt(), lastMessageAt()),
                tally.toCounts(),
                first.messageId(),
                last.messageId(),
                gap,
                new Version(GENERATION, announced.version()));
    }
}
