package io.multichat.sinks.sqlite.index;

import io.multichat.sinks.sqlite.file.SqliteSchema;
import io.multichat.sinks.sqlite.sql.Select;
import io.multichat.sinks.sqlite.sql.Transaction;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Creates, fills and replaces the tables of the index. An index without the column {@code scope}, which earlier versions wrote, is
 * replaced in the background: the old one is searched and kept up to date until the new one holds every message.
 */
public final class IndexTables {
    private static final long BATCH = 1_000;
    private static final String ROWS = "SELECT id, text, conversation_id, sender_id, role FROM messages WHERE true";
    private static final String DROP_ALL = "DROP TABLE IF EXISTS " + FtsTable.CURRENT + "; DROP TABLE IF EXISTS "
            + FtsTable.NEXT + "; DELETE FROM search_reindexing";

    private static final String REPLACE = "DROP TABLE " + FtsTable.CURRENT + "; ALTER TABLE " + FtsTable.NEXT
            + " RENAME TO " + FtsTable.CURRENT + "; DELETE FROM search_reindexing";

    private IndexTables() {}

    /**
     * Creates and fills the index, or drops it, in one transaction. A million messages take about half a minute. An older index stays,
     * and {@link #reindex} replaces it.
     *
     * @param wanted true if the file should have an index
     */
    public static void prepare(Connection connection, boolean wanted) throws SQLException {
        boolean exists = exists(connection);
        boolean isOld = exists && !isScoped(connection);
        if (!wanted && exists) {
            Transaction.run(connection, () -> SqliteSchema.run(connection, DROP_ALL));
        } else if (wanted && !exists) {
            rebuild(connection);
        } else if (isOld && !FtsTable.exists(connection, FtsTable.NEXT)) {
            Transaction.run(connection, () -> {
                SqliteSchema.run(
                        connection,
                        SqliteSchema.resource("search.sql").replace(FtsTable.CURRENT, FtsTable.NEXT)
                                + "DELETE FROM search_reindexing; INSERT INTO search_reindexing"
                                + " SELECT coalesce(max(id), 0) FROM messages");
            });
        }
    }

    /** Drops the index, whatever it contains, and builds it again from the messages. */
    public static void rebuild(Connection connection) throws SQLException {
        Transaction.run(connection, () -> {
            SqliteSchema.run(connection, DROP_ALL);
            SqliteSchema.run(connection, SqliteSchema.resource("search.sql"));
            long remaining = Long.MAX_VALUE;
            while (remaining > 0) {
                remaining = fill(connection, FtsTable.CURRENT, remaining);
            }
        });
    }

    /** True if the file has a full-text index. */
    public static boolean exists(Connection connection) throws SQLException {
        return FtsTable.exists(connection, FtsTable.CURRENT);
    }

    /** True if the index that is searched has the column {@code scope}. */
    public static boolean isScoped(Connection connection) throws SQLException {
        return FtsTable.hasScope(connection, FtsTable.CURRENT);
    }

    /**
     * Adds some messages to the index that replaces an older one, the newest first, in a transaction of its own; after the last one,
     * puts the new index in the place of the old one.
     *
     * @return true if messages remain; false if there is nothing to replace, or no more
     */
    public static boolean reindex(Connection connection) throws SQLException {
        if (remaining(connection).isEmpty()) {
            return false;
        }
        try {
            Transaction.run(connection, () -> {
                // Another task may have finished in the meantime.
                Optional<Long> remaining = remaining(connection);
                if (remaining.isPresent()) {
                    long left = fill(connection, FtsTable.NEXT, remaining.get());
                    SqliteSchema.run(
                            connection, left > 0 ? "UPDATE search_reindexing SET remaining = " + left : REPLACE);
                }
            });
        } catch (SQLException e) {
            throw FtsSearchIndex.orDamage(e);
        }
        return remaining(connection).isPresent();
    }

    /** Rewrites the index, so that nothing remains of deleted entries. Does nothing without an index. */
    public static void optimize(Connection connection) throws SQLException {
        for (String table : List.of(FtsTable.CURRENT, FtsTable.NEXT)) {
            if (FtsTable.exists(connection, table)) {
                SqliteSchema.run(connection, "INSERT INTO " + table + "(" + table + ") VALUES ('optimize')");
            }
        }
    }

    private static Optional<Long> remaining(Connection connection) throws SQLException {
        return new Select("SELECT remaining FROM search_reindexing").first(connection, row -> row.getLong(1));
    }

    /**
     * Indexes the messages with the greatest ids.
     *
     * @param greatest the greatest id
     * @return the greatest id of the remaining messages; 0 if none remains
     */
    private static long fill(Connection connection, String table, long greatest) throws SQLException {
        Map<Long, SearchIndex.Entry> entries = new LinkedHashMap<>();
        List<Long> ids = new Select(ROWS)
                .with("AND id <= ?", greatest)
                .with("ORDER BY id DESC LIMIT ?", BATCH)
                .all(connection, row -> {
                    SearchIndex.Entry entry = entry(row);
                    if (entry.text().isPresent()) {
                        entries.put(row.getLong("id"), entry);
                    }
                    return row.getLong("id");
                });
        try (FtsTable index = new FtsTable(connection, table)) {
            index.write(List.of(), entries);
        }
        return ids.size() < BATCH ? 0 : ids.get(ids.size() - 1) - 1;
    }

    private static SearchIndex.Entry entry(ResultSet row) throws SQLException {
        return new SearchIndex.Entry(
                Optional.ofNullable(row.getString("text")),
                new SearchScope(
                        Optional.of(row.getLong("conversation_id")),
                        Optional.ofNullable(row.getString("sender_id")),
                        Optional.ofNullable(row.getString("role"))));
    }
}
