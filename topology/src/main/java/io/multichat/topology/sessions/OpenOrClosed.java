package io.multichat.topology.sessions;

import io.multichat.events.SessionStatus;
import io.multichat.events.SessionStatus.ClosedBy;
import io.multichat.topology.metrics.TopologyCounter;
import io.multichat.topology.state.ConversationKey;
import io.multichat.topology.state.ConversationState;
import io.multichat.topology.state.Session;

/**
 * Whether a session is open or closed.
 *
 * <p>Only the newest session of a conversation can be open, and not when an explicit end closed it. A closed one that a message
 * extends is open again when the wall clock has not passed its new end.
 */
final class OpenOrClosed {
    private final PartitionContext partition;
    private final SplitRules splitRules;

    OpenOrClosed(PartitionContext partition, SplitRules splitRules) {
        this.partition = partition;
        this.splitRules = splitRules;
    }

    /** The newest session of a conversation after it, or what may end it, changed. */
    Session ofNewest(ConversationKey conversation, ConversationState current, Session session) {
        if (session.isOpen() && !SplitRules.mayEnd(current, session.lastMessageAt())) {
            return session;
        }
        SessionStatus closing = splitRules.closing(conversation, current, session.lastMessageAt());
        boolean ended = closing.closedBy().orElseThrow() == ClosedBy.END;
        boolean over = partition.now() > closing.closedAt().orElseThrow();
        if (ended || (over && !session.isOpen())) {
            return change(session, closing);
        }
        return change(session, SessionStatus.OPEN);
    }

    /** A session that is closed now, whatever it was. */
    Session closed(ConversationKey conversation, ConversationState current, Session session) {
        return change(session, splitRules.closing(conversation, current, session.lastMessageAt()));
    }

    private Session change(Session session, SessionStatus status) {
        Session changed = session.with(status);
        if (session.isOpen() && !changed.isOpen()) {
            partition.metrics().count(TopologyCounter.SESSIONS_CLOSED);
            partition.state().ledger().addOpenSessions(-1);
        }
        if (!session.isOpen() && changed.isOpen()) {
            partition.metrics().count(TopologyCounter.SESSIONS_REOPENED);
            partition.state().ledger().addOpenSessions(1);
        }
        return changed;
    }
}
