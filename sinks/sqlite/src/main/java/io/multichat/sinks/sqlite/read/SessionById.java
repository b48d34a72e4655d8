package io.multichat.sinks.sqlite.read;

import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.sinks.sqlite.sql.Select;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Resolves session ids in one file. */
final class SessionById {
    /**
     * Selects the session of a conversation that was the last to start at or before an instant. Names the index, because the
     * planner does not know how many merged sessions are in between.
     */
    static final String LAST_STARTED = "SELECT session_id FROM sessions INDEXED BY sessions_live"
            + " WHERE conversation_id = ? AND state IN ('open', 'closed') AND started_at <= ?"
            + " ORDER BY started_at DESC LIMIT 1";

    private SessionById() {}

    /** The session that an id resolves to: the one with this id or, if it was merged, its survivor. */
    static Optional<SessionSnapshot> find(Connection connection, SessionId id) throws SQLException {
        Optional<SessionSnapshot> same = same(connection, id);
        if (same.isEmpty() || same.get().status().isLive()) {
            return same;
        }
        return survivor(connection, same.get());
    }

    /** The session with exactly this id, of any state. */
    static Optional<SessionSnapshot> same(Connection connection, SessionId id) throws SQLException {
        return new Select(SessionRow.SELECT)
                .with("WHERE s.session_id = ?", id.toString())
                .first(connection, SessionRow::read);
    }

    /** The open or closed session that contains the T0 of a session that no longer exists. */
    private static Optional<SessionSnapshot> survivor(Connection connection, SessionSnapshot merged)
            throws SQLException {
        long t0 = merged.sessionId().t0();
        Optional<Long> conversation = ConversationRow.id(connection, merged.conversation());
        if (conversation.isEmpty()) {
            return Optional.empty();
        }
        // Sessions of a conversation do not overlap: only the last one to start can contain the instant.
        return new Select(SessionRow.SELECT)
                .with("WHERE s.session_id = (" + LAST_STARTED + ")", conversation.get(), t0)
                .first(connection, SessionRow::read)
                .filter(found -> found.span().lastMessageAt() >= t0);
    }
}
