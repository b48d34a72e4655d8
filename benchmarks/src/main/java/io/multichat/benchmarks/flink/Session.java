package io.multichat.benchmarks.flink;

import io.multichat.events.Conversation;
import io.multichat.events.MessagePosition;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import java.time.Duration;

/**
 * A session: an interval of its conversation with counts.
 *
 * @param id never changes
 * @param first position of its first message
 * @param last position of its last message
 * @param counts its content in numbers
 * @param open false once it is closed
 * @param announced its newest snapshot
 */
record Session(
        SessionId id, MessagePosition first, MessagePosition last, Counts counts, boolean open, Announced announced) {
    /** The version and time of the newest snapshot, and whether another one is due later. */
    record Announced(long version, long at, boolean pending) {
        static final Announced NOTHING = new Announced(0, 0, false);
    }

    static Session begin(SessionId id, MessagePosition position, Arrival message) {
        return new Session(id, position, position, Counts.NOTHING.with(message), true, Announced.NOTHING);
    }

    long startedAt() {
        return first.sentAt();
    }

    long lastMessageAt() {
        return last.sentAt();
    }

    Session grow(MessagePosition position, Arrival message) {
        return new Session(
                id,
                MessagePosition.earlier(first, position),
                MessagePosition.later(last, position),
                counts.with(message),
                open,
                announced);
    }

    /** This session and a later one, with the id of this and the status of the other. */
    Session merge(Session later) {
        return new Session(
                id, first, MessagePosition.later(last, later.last), counts.plus(later.counts), later.open, announced);
    }

    Session withOpen(boolean changed) {
        return new Session(id, first, last, counts, changed, announced);
    }

    Session with(Announced changed) {
        return new Session(id, first, last, counts, open, changed);
    }

    SessionStatus status(Duration gap) {
        return open
                ? SessionStatus.OPEN
                : SessionStatus.closed(lastMessageAt() + gap.toMillis(), SessionStatus.ClosedBy.IDLE);
    }

    SessionSnapshot snapshot(Conversation conversation, SessionStatus status, Duration gap) {
        return new SessionSnapshot(
                id,
                conversation,
                status,
                new SessionSnapshot.Span(startedAt(), lastMessageAt()),
                counts.toSnapshot(),
                first.messageId(),
                last.messageId(),
                gap,
                new SessionSnapshot.Version(0, announced.version()));
    }
}
