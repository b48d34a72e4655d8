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
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Lists sessions, newest first. */
final class SqliteSessions {
    private SqliteSessions() {}

    /** One more than the limit, when there are more. */
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
        // The names come from an enum.
        String states = filter.states().stream()
                .sorted()
                .map(SessionStatus.State::wireName)
                .collect(Collectors.joining("', '", "'", "'"));
        return new Select(SessionRow.SELECT)
                .with("WHERE s.state IN (" + states + ")")
                .with("AND s.conversation_id = (SELECT id FROM conversations WHERE key = ?)", filter.conversation())
                .with("AND c.platform = ?", filter.platform())
                .with("AND s.started_at >= ?", boxed(filter.from()))
                .with("AND s.started_at < ?", boxed(filter.to()));
    }

    private static Optional<Long> boxed(OptionalLong value) {
        return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
    }
}
