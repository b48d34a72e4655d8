package io.multichat.sinks.sqlite.index;

import io.multichat.sinks.sqlite.file.SqliteSchema;
import io.multichat.sinks.sqlite.sql.DamagedSearchException;
import io.multichat.sinks.sqlite.sql.SqliteErrors;
import io.multichat.sinks.sqlite.sql.StatementParameters;
import io.multichat.sinks.sqlite.sql.Transaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sqlite.SQLiteErrorCode;

/** The table {@code messages_fts}: the words of every text that shows, by {@code messages.id}. */
public final class FtsSearchIndex implements SearchIndex {
    private static final int REBUILD_BATCH = 1_000;

    /** Errors that only a damaged index can cause: every statement and value written here is valid. */
    private static final Set<SQLiteErrorCode> DAMAGE =
            EnumSet.of(SQLiteErrorCode.SQLITE_CONSTRAINT, SQLiteErrorCode.SQLITE_CORRUPT, SQLiteErrorCode.SQLITE_ERROR);

    private final PreparedStatement insert;
    private final PreparedStatement delete;
    private final Map<Long, String> texts = new LinkedHashMap<>();
    private final Set<Long> outdated = new LinkedHashSet<>();

    public FtsSearchIndex(Connection connection) throws SQLException {
        insert = connection.prepareStatement("INSERT INTO messages_fts (rowid, text) VALUES (?, ?)");
        delete = connection.prepareStatement("DELETE FROM messages_fts WHERE rowid = ?");
    }

    /**
     * Creates and fills the index, or drops it, in one transaction. A million messages take about half a minute.
     *
     * @param wanted true if the file should have an index
     */
    public static void prepare(Connection connection, boolean wanted) throws SQLException {
        if (exists(connection) == wanted) {
            return;
        }
        Transaction.run(connection, () -> {
            if (!wanted) {
                SqliteSchema.run(connection, "DROP TABLE IF EXISTS messages_fts");
            } else if (!exists(connection)) {
                SqliteSchema.run(connection, SqliteSchema.resource("search.sql"));
                fill(connection);
            }
        });
    }

    /** Drops the index, whatever it contains, and builds it again from the messages. */
    public static void rebuild(Connection connection) throws SQLException {
        Transaction.run(connection, () -> {
            SqliteSchema.run(connection, "DROP TABLE IF EXISTS messages_fts");
            SqliteSchema.run(connection, SqliteSchema.resource("search.sql"));
            fill(connection);
        });
    }

    /** True if the file has a full-text index. */
    public static boolean exists(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT 1 FROM sqlite_schema WHERE name = 'messages_fts'")) {
            return result.next();
        }
    }

    @Override
    public void added(long messageId, Optional<String> text) {
        text.ifPresent(words -> texts.put(messageId, words));
    }

    @Override
    public void changed(long messageId, Optional<String> text) {
        outdated.add(messageId);
        texts.remove(messageId);
        added(messageId, text);
    }

    @Override
    public void flush() throws SQLException {
        try {
            for (Long messageId : outdated) {
                new StatementParameters(delete).number(messageId);
                delete.addBatch();
            }
            for (Map.Entry<Long, String> text : texts.entrySet()) {
                new StatementParameters(insert).number(text.getKey()).text(SearchText.indexed(text.getValue()));
                insert.addBatch();
            }
            delete.executeBatch();
            insert.executeBatch();
        } catch (SQLException e) {
            throw orDamage(e);
        }
        outdated.clear();
        texts.clear();
    }

    /**
     * An error of a flush, or of the commit after one (where FTS5 does part of its work), as a
     * {@link DamagedSearchException} if only a damaged index can cause it; otherwise the error itself.
     */
    public static SQLException orDamage(SQLException error) {
        return DAMAGE.contains(SqliteErrors.code(error)) ? new DamagedSearchException(error) : error;
    }

    private static void fill(Connection connection) throws SQLException {
        FtsSearchIndex index = new FtsSearchIndex(connection);
        try (Statement statement = connection.createStatement();
                ResultSet messages = statement.executeQuery("SELECT id, text FROM messages WHERE text IS NOT NULL")) {
            while (messages.next()) {
                index.texts.put(messages.getLong(1), messages.getString(2));
                if (index.texts.size() == REBUILD_BATCH) {
                    index.flush();
                }
            }
            index.flush();
        } finally {
            index.insert.close();
            index.delete.close();
        }
    }
}
