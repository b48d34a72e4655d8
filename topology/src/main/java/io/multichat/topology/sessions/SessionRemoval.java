package io.multichat.topology.sessions;

import io.multichat.topology.metrics.TopologyCounter;
import io.multichat.topology.state.ConversationKey;
import io.multichat.topology.state.ConversationState;
import io.multichat.topology.state.PastSessionStore;
import io.multichat.topology.state.Session;
import java.util.Optional;

/** Removes deleted sessions from the state. Their last snapshot, without content, is published at once. */
final class SessionRemoval {
    private final PartitionContext partition;
    private final PastSessionStore past;
    private final OpenOrClosed openOrClosed;
    private final Announcer announcer;

    SessionRemoval(PartitionContext partition, OpenOrClosed openOrClosed, Announcer announcer) {
        this.partition = partition;
        this.past = partition.state().pastSessions();
        this.openOrClosed = openOrClosed;
        this.announcer = announcer;
    }

    /**
     * Removes a session whose last message has a boundary. Returns the new state of the conversation; the caller stores it. After the
     * newest session, the one before it is the newest.
     */
    ConversationState remove(ConversationKey conversation, ConversationState current, Session session) {
        partition.metrics().count(TopologyCounter.SESSIONS_DELETED);
        partition.state().ledger().addOpenSessions(session.isOpen() ? -1 : 0);
        partition.state().participants().remove(session.id());
        announcer.announce(conversation, session.deleted());
        if (!current.isNewest(session)) {
            past.remove(conversation, session);
            return current;
        }
        Optional<Session> before =
                past.around(conversation, session.startedAt()).startingUpTo();
        before.ifPresent(newest -> past.remove(conversation, newest));
        return current.with(before.map(newest -> asNewest(conversation, current, newest)));
    }

    /** A past session is closed, but the newest one may be open if its gap has not passed. */
    private Session asNewest(ConversationKey conversation, ConversationState current, Session session) {
        Session newest = openOrClosed.ofNewest(conversation, current, session);
        return newest.equals(session) ? session : announcer.changed(conversation, newest);
    }
}
