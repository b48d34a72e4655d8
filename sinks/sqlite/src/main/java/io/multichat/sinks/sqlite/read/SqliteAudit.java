package io.multichat.sinks.sqlite.read;

import io.multichat.reading.audit.AuditSink;
import io.multichat.reading.audit.StoreAudit;
import io.multichat.sinks.sqlite.index.IndexTables;
import io.multichat.sinks.sqlite.sql.Select;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything in the files of a store, each as it was at one moment. Also checks the files themselves and their search index. */
public final class SqliteAudit implements StoreAudit {
    private static final int MAX_FAULTS = 20;
    // Everything is read, and nobody waits for a page.
    private static final Duration PATIENCE = Duration.ofDays(1);
    // Messages that a search cannot find, and words of messages that are not there. Both tables have the id as their
    // key.
    private static final String NOT_INDEXED =
            "SELECT count(*) FROM messages AS m WHERE m.text IS NOT NULL AND m.text <> ''"
                    + " AND NOT EXISTS (SELECT 1 FROM messages_fts_docsize AS d WHERE d.id = m.id)";
    private static final String INDEXED_IN_VAIN = "SELECT count(*) FROM messages_fts_docsize AS d"
            + " WHERE NOT EXISTS (SELECT 1 FROM messages AS m WHERE m.id = d.id AND m.text IS NOT NULL)";

    private final Path file;

    /** @param file the path in {@code sqlite.file}, in either layout */
    public SqliteAudit(Path file) {
        this.file = file;
    }

    @Override
    public String name() {
        return "sqlite";
    }

    @Override
    public Promise promise() {
        return Promise.EVERYTHING;
    }

    @Override
    public Optional<Map<String, Long>> positions() {
        Map<String, Long> positions = new HashMap<>();
        SqlitePositions.read(file).forEach((partition, next) -> positions.put(partition.toString(), next));
        return Optional.of(positions);
    }

    @Override
    public List<String> read(AuditSink sink) {
        List<String> faults = new ArrayList<>();
        try (ReadFiles files = new ReadFiles(file)) {
            for (ReadConnections each : files.all().values()) {
                String path = each.file().toString();
                each.ask(true, System.nanoTime() + PATIENCE.toNanos(), connection -> {
                    integrity(connection).forEach(fault -> faults.add(path + ": " + fault));
                    index(connection).forEach(fault -> faults.add(path + ": " + fault));
                    rows(connection, sink);
                    return true;
                });
            }
        }
        return faults;
    }

    private static List<String> integrity(Connection connection) throws SQLException {
        return new Select("PRAGMA integrity_check(" + MAX_FAULTS + ")")
                .all(connection, row -> row.getString(1)).stream()
                        .filter(line -> !line.equals("ok"))
                        .toList();
    }

    /** The faults of the search index; none while it is being built again, or if the file has none. */
    private static List<String> index(Connection connection) throws SQLException {
        boolean isWhole = IndexTables.exists(connection)
                && new Select("SELECT remaining FROM search_reindexing")
                        .first(connection, row -> row.getLong(1))
                        .isEmpty();
        if (!isWhole) {
            return List.of();
        }
        List<String> faults = new ArrayList<>();
        count(connection, NOT_INDEXED).ifPresent(n -> faults.add("the search index lacks " + n + " messages"));
        count(connection, INDEXED_IN_VAIN)
                .ifPresent(n -> faults.add("the search index has " + n + " messages that do not exist or are deleted"));
        return faults;
    }

    /** Empty for none. */
    private static Optional<Long> count(Connection connection, String query) throws SQLException {
        return new Select(query).first(connection, row -> row.getLong(1)).filter(count -> count > 0);
    }

    private static void rows(Connection connection, AuditSink sink) throws SQLException {
        new Select("SELECT coalesce(original, event), sent_at, ordering FROM messages WHERE ordering IS NOT NULL"
                        + " UNION ALL SELECT event, sent_at, ordering FROM events"
                        + " UNION ALL SELECT event, 0, 0 FROM message_revisions")
                .forEachWhile(connection, row -> {
                    sink.accepted(row.getBytes(1), row.getLong(2), row.getLong(3));
                    return true;
                });
        new Select(SessionRow.SELECT).forEachWhile(connection, row -> {
            sink.session(SessionRow.read(row));
            return true;
        });
        new Select(
                        "SELECT c.key, b.boundary_at FROM boundaries AS b JOIN conversations AS c ON c.id = b.conversation_id")
                .forEachWhile(connection, row -> {
                    sink.boundary(row.getString(1), row.getLong(2));
                    return true;
                });
    }
}
