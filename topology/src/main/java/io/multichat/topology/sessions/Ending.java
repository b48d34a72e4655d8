package io.multichat.topology.sessions;

import io.multichat.events.SessionStatus;
import io.multichat.events.SessionStatus.ClosedBy;
import io.multichat.topology.state.ConversationKey;
import io.multichat.topology.state.ConversationState;
import io.multichat.topology.state.Session;
import io.multichat.topology.state.SessionIndex;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Handles explicit ends of sessions. An end acts on the sessions that exist when it arrives; the boundary that it sets separates
 * messages forever, in whatever order they arrive.
 */
final class Ending {
    private final SessionIndex index;
    private final ChangedSessions sessions;
    private final SplitRules splitRules;
    private final OpenOrClosed openOrClosed;
    private final Announcer announcer;

    /**
     * The effect of an end.
     *
     * @param state the conversation afterwards; the caller stores it
     * @param session the session that ends there, whether this end or an earlier one closed it
     * @param boundary the boundary that this end set; empty when it changed nothing
     */
    record Ended(ConversationState state, Optional<Session> session, OptionalLong boundary) {}

    Ending(PartitionContext partition, SplitRules splitRules, OpenOrClosed openOrClosed, Announcer announcer) {
        this.index = new SessionIndex(partition.state().pastSessions());
        this.sessions = new ChangedSessions(partition.state().pastSessions(), announcer);
        this.splitRules = splitRules;
        this.openOrClosed = openOrClosed;
        this.announcer = announcer;
    }

    /**
     * Sets a boundary at the last message of the session that contains the instant or, outside any session, at the instant
     * itself. Changes nothing inside a session that has already ended explicitly.
     */
    Ended end(ConversationKey conversation, ConversationState before, long instant) {
        Optional<Session> containing = index.containing(conversation, before, instant);
        if (containing.isPresent()
                && endedAt(conversation, before, containing.get()).isPresent()) {
            return new Ended(before, containing, OptionalLong.empty());
        }
        long boundary = containing.map(Session::lastMessageAt).orElse(instant);
        boolean known = splitRules.firstBoundary(conversation, before, boundary) == boundary;
        ConversationState current = known ? before : splitRules.end(conversation, before, boundary);
        Optional<Session> ended = index.around(conversation, current, boundary)
                .startingUpTo()
                .filter(session -> endedAt(conversation, current, session).equals(OptionalLong.of(boundary)));
        if (known || ended.isEmpty()) {
            return new Ended(current, ended, known ? OptionalLong.empty() : OptionalLong.of(boundary));
        }
        Session announced = announcer.changed(conversation, openOrClosed.closed(conversation, current, ended.get()));
        return new Ended(
                sessions.put(conversation, current, announced), Optional.of(announced), OptionalLong.of(boundary));
    }

    /** The boundary at which an explicit end closed the session; empty when something else closed it. */
    private OptionalLong endedAt(ConversationKey conversation, ConversationState current, Session session) {
        SessionStatus closing = splitRules.closing(conversation, current, session.lastMessageAt());
        return closing.closedBy().orElseThrow() == ClosedBy.END ? closing.closedAt() : OptionalLong.empty();
    }
}
