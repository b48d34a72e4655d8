package io.multichat.sinks.sqlite;

import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.sinks.core.StoreException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Lists sessions, newest first. Thread-safe. */
public final class SqliteSessions implements AutoCloseable {
    /** The largest page. */
    public static final int MAX_LIMIT = 1_000;

    private final ReadConnections connections;

    /** Opens nothing yet; a file that is not there yet is empty. */
    public SqliteSessions(Path file) {
        connections = new ReadConnections(file);
    }

    /**
     * A page of the sessions that a filter lets through.
     *
     * @param after the cursor of the page before; empty: the newest sessions
     * @param limit how many at most, 1 to {@link #MAX_LIMIT}
     * @throws StoreException when the file cannot be read
     */
    public SessionPage list(SessionFilter filter, Optional<SessionCursor> after, int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit is " + limit + "; it must be from 1 to " + MAX_LIMIT);
        }
        Select select = matching(filter);
        after.ifPresent(cursor -> select.with(
                "AND (s.started_at, s.session_id) < (?, ?)",
                cursor.startedAt(),
                cursor.sessionId().toString()));
        select.with("ORDER BY s.started_at DESC, s.session_id DESC LIMIT ?", limit + 1L);
        List<SessionSnapshot> found =
                connections.ask(List.of(), connection -> select.all(connection, SessionRow::read));
        if (found.size() <= limit) {
            return new SessionPage(List.copyOf(found), Optional.empty());
        }
        return new SessionPage(
                List.copyOf(found.subList(0, limit)), Optional.of(SessionCursor.of(found.get(limit - 1))));
    }

    @Override
    public void close() {
        connections.close();
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
