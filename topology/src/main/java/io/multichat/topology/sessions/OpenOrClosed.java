package io.multichat.topology.sessions;

import io.multichat.events.SessionStatus;
import io.multichat.events.SessionStatus.ClosedBy;
import io.multichat.topology.metrics.TopologyCounter;
import io.multichat.topology.state.ConversationKey;
import io.multichat.topology.state.ConversationState;
import io.multichat.topology.state.Session;

/**
 * Decides whether a session is open or closed, and counts the change.
 *
 * <p>Only the newest session of a conversation can be open, unless an explicit end closed it. A message that extends a closed
 * session reopens it if the wall clock has not passed the session's new end.
 */
final class OpenOrClosed {
    private final PartitionContext partition;
    private final SplitRules splitRules;

    OpenOrClosed(PartitionContext partition, SplitRules splitRules) {
        this.partition = partition;
        this.splitRules = splitRules;
    }

    /** Updates the status of the newest session of a conversation after the session or its boundaries changed. */
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

    /** Closes a session, whether it was open or not. */
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
