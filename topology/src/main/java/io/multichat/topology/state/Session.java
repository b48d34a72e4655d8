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
 * A session as the state holds it: an interval of its conversation with counts. Its size does not depend on how many
 * messages it contains.
 *
 * @param id stable for ever
 * @param first its first message
 * @param last its last message
 * @param counts what it contains
 * @param status open or closed
 * @param announced what the world knows of it
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

    /** The session with another message of its conversation, at either end or within. */
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

    /** The session, open or closed. */
    public Session with(SessionStatus standing) {
        return new Session(id, first, last, counts, standing, announced);
    }

    /** The session after an announcement, or with one pending. */
    public Session with(Announced told) {
        return new Session(id, first, last, counts, status, told);
    }

    /** This session and a later one of its conversation as one; it keeps this id. */
    public Session merge(Session later, SessionCounts both) {
        return new Session(id, first, MessagePosition.later(last, later.last), both, later.status, announced);
    }

    /**
     * What is told of the session.
     *
     * @param conversation where it took place
     * @param gap the silence that ends sessions of that conversation
     * @param generation of the whole system, see {@link Version}
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
