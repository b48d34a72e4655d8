package io.multichat.sinks.sqlite.read;

import io.multichat.events.Conversation;
import io.multichat.reading.MessagePage;
import io.multichat.reading.MessageSearch;
import io.multichat.reading.SearchPage;
import io.multichat.reading.SearchRequest;
import io.multichat.reading.StoreException;
import io.multichat.sinks.sqlite.index.FtsSearchIndex;
import io.multichat.sinks.sqlite.index.SearchText;
import io.multichat.sinks.sqlite.sql.Select;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * Searches the files of a store, which may be written at the same time. Newest rows come first. Thread-safe.
 */
public final class SqliteSearch implements MessageSearch {
    private static final String SELECT = "SELECT m.id, " + SessionMessages.COLUMNS + """
            , c.platform, c.channel, c.thread
            FROM messages_fts AS f JOIN messages AS m ON m.id = f.rowid JOIN conversations AS c ON c.id = m.conversation_id
            """;

    private final ReadFiles files;

    /**
     * Opens nothing yet.
     *
     * @param file the path in {@code sqlite.file}, in either layout
     */
    public SqliteSearch(Path file) {
        files = new ReadFiles(file);
    }

    @Override
    public SearchPage find(SearchRequest request) {
        List<FileHits> hits = new ArrayList<>();
        SearchText.matching(request.words()).ifPresent(expression -> {
            SortedMap<Integer, ReadConnections> existing = existing();
            // All files together hold about one page in memory.
            long maxBytes = MessagePage.MAX_BYTES / existing.size();
            existing.forEach((number, file) -> {
                FileHits found = new FileHits(number, request.limit(), maxBytes);
                hits.add(file.ask(found, connection -> {
                    requireIndex(connection, file.file());
                    matching(expression, request, number).forEachWhile(connection, row -> found.add(read(row)));
                    return found;
                }));
            });
        });
        return FileHits.page(hits, request.before(), request.limit());
    }

    private SortedMap<Integer, ReadConnections> existing() {
        SortedMap<Integer, ReadConnections> all = files.all();
        if (all.isEmpty()) {
            throw new StoreException(
                    StoreException.Verdict.RETRY,
                    "there is no database yet; the SQLite sink creates it when it starts",
                    null);
        }
        return all;
    }

    @Override
    public void close() {
        files.close();
    }

    private static void requireIndex(Connection connection, Path file) throws SQLException {
        if (!FtsSearchIndex.exists(connection)) {
            throw new StoreException(
                    StoreException.Verdict.STOP,
                    file + " has no full-text index; set sqlite.search=true in the sink's settings",
                    null);
        }
    }

    private static Select matching(String expression, SearchRequest request, int number) {
        // The index is stored by row id, so this order finds the newest hits without reading all of them.
        return new Select(SELECT)
                .with("WHERE messages_fts MATCH ?", expression)
                .with(
                        "AND f.rowid < ?",
                        request.before().map(cursor -> cursor.before().get(number)))
                // An edit or delete before its creation has no position, and cannot be shown.
                .with("AND m.ordering IS NOT NULL")
                .with("AND c.key = ?", request.conversation())
                .with("AND m.sender_id = ?", request.sender())
                .with("AND m.sent_at >= ?", request.from())
                .with("AND m.sent_at < ?", request.to())
                .with("ORDER BY f.rowid DESC LIMIT ?", request.limit() + 1L);
    }

    private static FileHits.Found read(ResultSet row) throws SQLException {
        Conversation conversation =
                Conversation.of(row.getString("platform"), row.getString("channel"), row.getString("thread"));
        return new FileHits.Found(row.getLong("id"), new SearchPage.Hit(conversation, SessionMessages.message(row)));
    }
}
