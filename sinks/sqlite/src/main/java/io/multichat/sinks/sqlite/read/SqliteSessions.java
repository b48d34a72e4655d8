package io.multichat.sinks.sqlite.read;

import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.reading.SessionCursor;
import io.multichat.reading.SessionFilter;
import io.multichat.sinks.sqlite.sql.Select;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Lists the sessions of a file, newest first. */
final class SqliteSessions {
    private SqliteSessions() {}

    /**
     * The sessions that match a filter; one more than {@code limit} if there are more.
     *
     * @param after the cursor of this page
     */
    static List<SessionSnapshot> list(
            Connection connection, SessionFilter filter, Optional<SessionCursor> after, int limit) throws SQLException {
        Select select = matching(filter);
        after.ifPresent(cursor -> select.with(
                "AND (s.started_at, s.session_id) < (?, ?)",
                cursor.startedAt(),
                cursor.sessionId().toString()));
        select.with("ORDER BY s.started_at DESC, s.session_id DESC LIMIT ?", limit + 1L);
        return select.all(connection, SessionRow::read);
    }

    private static Select matching(SessionFilter filter) {
        // Safe to concatenate: the names come from an enum.
        String states = filter.states().stream()
                .sorted()
                .map(SessionStatus.State::wireName)
                .collect(Collectors.joining("', '", "'", "'"));
        Select select = new Select(SessionRow.SELECT).with("WHERE s.state IN (" + states + ")");
        if (filter.threads() && filter.conversation().isPresent()) {
            String channel = filter.conversation().get();
            // The keys of threads begin with the key of their channel and a slash, which '0' follows.
            select.with(
                    "AND s.conversation_id IN (SELECT id FROM conversations WHERE key = ? OR (key > ? AND key < ?))",
                    channel,
                    channel + "/",
                    channel + "0");
        } else {
            select.with("AND s.conversation_id = (SELECT id FROM conversations WHERE key = ?)", filter.conversation());
        }
        return select.with("AND c.platform = ?", filter.platform())
                .with("AND s.started_at >= ?", filter.from())
                .with("AND s.started_at < ?", filter.to());
    }
}
