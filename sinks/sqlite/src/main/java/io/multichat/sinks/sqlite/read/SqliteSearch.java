package io.multichat.sinks.sqlite.read;

import io.multichat.events.Conversation;
import io.multichat.reading.MessagePage;
import io.multichat.reading.StoreException;
import io.multichat.reading.StoredMessage;
import io.multichat.reading.search.MessageSearch;
import io.multichat.reading.search.SearchPage;
import io.multichat.reading.search.SearchRequest;
import io.multichat.sinks.sqlite.index.IndexTables;
import io.multichat.sinks.sqlite.index.Snippets;
import io.multichat.sinks.sqlite.sql.Select;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;

/**
 * Searches the files of a store, which may be written at the same time. A writer changes messages and index in one transaction, so
 * every stored message is found. Thread-safe.
 */
public final class SqliteSearch implements MessageSearch {
    // A little less than callers wait: one slow search must not look like a store that hangs.
    private static final Duration LIMIT = MessageSearch.PATIENCE.multipliedBy(9).dividedBy(10);

    private final ReadFiles files;
    private final Duration limit;

    /**
     * Opens nothing yet.
     *
     * @param file the path in {@code sqlite.file}, in either layout
     */
    public SqliteSearch(Path file) {
        this(file, LIMIT);
    }

    /** @param limit the longest time that a search may take in all files */
    SqliteSearch(Path file, Duration limit) {
        this.files = new ReadFiles(file);
        this.limit = limit;
    }

    @Override
    public SearchPage find(SearchRequest request) {
        long end = System.nanoTime() + limit.toNanos();
        SortedMap<Integer, ReadConnections> existing = existing();
        // All files together hold about one page in memory.
        long maxBytes = MessagePage.MAX_BYTES / existing.size();
        Snippets snippets = new Snippets(request.query().terms());
        HitQuery query = new HitQuery(request);
        List<FileHits> hits = new ArrayList<>();
        List<Long> newest = new ArrayList<>();
        existing.forEach((number, file) -> {
            FileHits found = new FileHits(number, request.limit(), maxBytes);
            hits.add(file.ask(found, end, connection -> {
                requireIndex(connection, file.file());
                newestTime(connection).ifPresent(newest::add);
                Optional<Select> select = query.in(connection, number);
                if (select.isPresent()) {
                    select.get().forEachWhile(connection, row -> found.add(read(connection, row, snippets)));
                }
                return found;
            }));
        });
        SearchPage page = request.sort() == SearchRequest.Sort.RELEVANCE
                ? FileHits.best(hits, request.limit())
                : FileHits.page(hits, request.before(), request.limit());
        OptionalLong upTo = newest.stream().mapToLong(Long::longValue).max();
        return new SearchPage(page.hits(), page.next(), upTo);
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
        if (!IndexTables.exists(connection)) {
            throw new StoreException(
                    StoreException.Verdict.STOP,
                    file + " has no full-text index; set sqlite.search=true in the sink's settings",
                    null);
        }
    }

    /** The time of the most recently stored message. */
    private static Optional<Long> newestTime(Connection connection) throws SQLException {
        return new Select("SELECT sent_at FROM messages ORDER BY id DESC LIMIT 1")
                .first(connection, row -> row.getLong(1));
    }

    private static FileHits.Found read(Connection connection, ResultSet row, Snippets snippets) throws SQLException {
        Conversation conversation =
                Conversation.of(row.getString("platform"), row.getString("channel"), row.getString("thread"));
        StoredMessage message = SessionMessages.message(row);
        return new FileHits.Found(
                row.getLong("id"),
                row.getDouble("score"),
                new SearchPage.Hit(
                        conversation,
                        ConversationRow.sessionAt(
                                connection,
                                row.getLong("conversation_id"),
                                message.position().sentAt()),
                        message,
                        // A message that only has parts is found by conditions.
                        snippets.of(Optional.ofNullable(row.getString("text")).orElse(""))));
    }
}
