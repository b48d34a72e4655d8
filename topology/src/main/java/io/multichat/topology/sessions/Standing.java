package io.multichat.topology.sessions;

import io.multichat.events.SessionStatus;
import io.multichat.events.SessionStatus.ClosedBy;
import io.multichat.topology.metrics.Count;
import io.multichat.topology.state.ConversationKey;
import io.multichat.topology.state.ConversationState;
import io.multichat.topology.state.Session;

/**
 * Whether a session is open or closed.
 *
 * <p>Only the newest session of a conversation can be open, and not when an explicit end closed it. A closed one that a message
 * extends is open again when the wall clock has not passed its new end.
 */
final class Standing {
    private final Task task;
    private final Borders borders;

    Standing(Task task, Borders borders) {
        this.task = task;
        this.borders = borders;
    }

    /** The newest session of a conversation after it, or what may end it, changed. */
    Session ofNewest(ConversationKey conversation, ConversationState current, Session session) {
        if (session.isOpen() && !Borders.mayEnd(current, session.lastMessageAt())) {
            return session;
        }
        SessionStatus closing = borders.closing(conversation, current, session.lastMessageAt());
        boolean ended = closing.closedBy().orElseThrow() == ClosedBy.END;
        boolean over = task.now() > closing.closedAt().orElseThrow();
        if (ended || (over && !session.isOpen())) {
            return change(session, closing);
        }
        return change(session, SessionStatus.OPEN);
    }

    /** A session that is closed now, whatever it was. */
    Session closed(ConversationKey conversation, ConversationState current, Session session) {
        return change(session, borders.closing(conversation, current, session.lastMessageAt()));
    }

    private Session change(Session session, SessionStatus status) {
        Session changed = session.with(status);
        if (session.isOpen() && !changed.isOpen()) {
            task.metrics().count(Count.SESSIONS_CLOSED);
            task.state().accounts().addOpenSessions(-1);
        }
        if (!session.isOpen() && changed.isOpen()) {
            task.metrics().count(Count.SESSIONS_REOPENED);
            task.state().accounts().addOpenSessions(1);
        }
        return changed;
    }
}
