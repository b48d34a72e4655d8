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
 * Explicit ends of sessions. An end acts on the sessions as they are when it arrives; the boundary that it sets parts messages
 * for ever, whenever they come.
 */
final class Ending {
    private final SessionIndex index;
    private final SplitRules splitRules;
    private final OpenOrClosed openOrClosed;
    private final Announcer announcer;

    /**
     * What an end did.
     *
     * @param state the conversation afterwards, still to be stored
     * @param session the session that it ended, now or earlier
     * @param boundary the boundary that it set; empty when it changed nothing
     */
    record Ended(ConversationState state, Optional<Session> session, OptionalLong boundary) {}

    Ending(PartitionContext partition, SplitRules splitRules, OpenOrClosed openOrClosed, Announcer announcer) {
        this.index = new SessionIndex(partition.state().pastSessions());
        this.splitRules = splitRules;
        this.openOrClosed = openOrClosed;
        this.announcer = announcer;
    }

    /**
     * Ends the session that contains an instant at its last message, or whatever is before the instant at the instant itself.
     * Within a session that is ended already it changes nothing.
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
        Optional<Session> ended = index.startingUpTo(conversation, current, boundary)
                .filter(session -> endedAt(conversation, current, session).equals(OptionalLong.of(boundary)));
        if (known || ended.isEmpty()) {
            return new Ended(current, ended, known ? OptionalLong.empty() : OptionalLong.of(boundary));
        }
        Session told = announcer.changed(conversation, openOrClosed.closed(conversation, current, ended.get()));
        return new Ended(index.store(conversation, current, told), Optional.of(told), OptionalLong.of(boundary));
    }

    /** Where an explicit end closed a session. */
    private OptionalLong endedAt(ConversationKey conversation, ConversationState current, Session session) {
        SessionStatus closing = splitRules.closing(conversation, current, session.lastMessageAt());
        return closing.closedBy().orElseThrow() == ClosedBy.END ? closing.closedAt() : OptionalLong.empty();
    }
}
