package io.multichat.sinks.sqlite;

import io.multichat.events.Conversation;
import io.multichat.sinks.core.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Finds messages by the words of their newest text. Deleted messages are not found. Thread-safe. */
public final class SqliteSearch implements AutoCloseable {
    private static final String SELECT = """
            SELECT m.id, m.sent_at, m.ordering, m.message_id, m.event, m.deleted_at, c.platform, c.channel, c.thread
            FROM messages_fts AS f JOIN messages AS m ON m.id = f.rowid JOIN conversations AS c ON c.id = m.conversation_id
            """;
    private static final SearchPage NOTHING = new SearchPage(List.of(), OptionalLong.empty());

    private final ReadConnections connections;

    private record Found(long id, SearchPage.Hit hit) {}

    /** Opens nothing yet; a file that is not there yet is empty. */
    public SqliteSearch(Path file) {
        connections = new ReadConnections(file);
    }

    /**
     * A page of what was found.
     *
     * @throws StoreException when the file cannot be read, or has no full-text index
     */
    public SearchPage find(SearchRequest request) {
        Optional<String> expression = SearchText.matching(request.words());
        if (expression.isEmpty()) {
            return NOTHING;
        }
        return connections.ask(NOTHING, connection -> find(connection, expression.get(), request));
    }

    @Override
    public void close() {
        connections.close();
    }

    private SearchPage find(Connection connection, String expression, SearchRequest request) throws SQLException {
        if (!FtsSearchIndex.exists(connection)) {
            throw new StoreException(
                    StoreException.Verdict.STOP,
                    connections.file() + " has no full-text index; set sqlite.search=true in the sink",
                    null);
        }
        // By row id, in which the index is stored: the newest hits are found without ranking all of them.
        List<Found> found = new Select(SELECT)
                .with("WHERE messages_fts MATCH ?", expression)
                .with("AND f.rowid < ?", boxed(request.before()))
                .with("AND c.key = ?", request.conversation())
                .with("AND m.sender_id = ?", request.sender())
                .with("AND m.sent_at >= ?", boxed(request.from()))
                .with("AND m.sent_at < ?", boxed(request.to()))
                .with("ORDER BY f.rowid DESC LIMIT ?", request.limit() + 1L)
                .all(connection, SqliteSearch::read);
        boolean more = found.size() > request.limit();
        List<Found> page = more ? found.subList(0, request.limit()) : found;
        return new SearchPage(
                page.stream().map(Found::hit).toList(),
                more ? OptionalLong.of(page.get(page.size() - 1).id()) : OptionalLong.empty());
    }

    private static Found read(ResultSet row) throws SQLException {
        Conversation conversation =
                Conversation.of(row.getString("platform"), row.getString("channel"), row.getString("thread"));
        return new Found(row.getLong("id"), new SearchPage.Hit(conversation, SessionMessages.message(row)));
    }

    private static Optional<Long> boxed(OptionalLong value) {
        return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
    }
}
