package io.multichat.sinks.sqlite.index;

import io.multichat.sinks.sqlite.file.SqliteSchema;
import io.multichat.sinks.sqlite.sql.DamagedSearchException;
import io.multichat.sinks.sqlite.sql.Parameters;
import io.multichat.sinks.sqlite.sql.SqliteErrors;
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
import java.util.Set;
import org.sqlite.SQLiteErrorCode;

/** Keeps {@code messages_fts}: the words of every text, by {@code messages.id}. */
public final class FtsSearchIndex implements SearchIndex {
    private static final int REBUILD_BATCH = 1_000;

    /** Nothing that is written here can be wrong by itself: with these, what is there is. */
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
     * Makes the table and fills it from the messages, or drops it, so that it is never there half. A file of a million
     * messages takes about half a minute.
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

    /** Makes the table anew, whatever is in it. */
    public static void rebuild(Connection connection) throws SQLException {
        Transaction.run(connection, () -> {
            SqliteSchema.run(connection, "DROP TABLE IF EXISTS messages_fts");
            SqliteSchema.run(connection, SqliteSchema.resource("search.sql"));
            fill(connection);
        });
    }

    public static boolean exists(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT 1 FROM sqlite_schema WHERE name = 'messages_fts'")) {
            return result.next();
        }
    }

    @Override
    public void added(long messageId, String text) {
        if (text != null) {
            texts.put(messageId, text);
        }
    }

    @Override
    public void changed(long messageId, String text) {
        outdated.add(messageId);
        texts.remove(messageId);
        added(messageId, text);
    }

    @Override
    public void flush() throws SQLException {
        try {
            flushAll();
        } catch (SQLException e) {
            throw blamed(e);
        }
    }

    /** The error as one of this index, where it can only be that: FTS5 writes a part of its work when a transaction is committed. */
    public static SQLException blamed(SQLException error) {
        return DAMAGE.contains(SqliteErrors.code(error)) ? new DamagedSearchException(error) : error;
    }

    private void flushAll() throws SQLException {
        for (Long messageId : outdated) {
            new Parameters(delete).number(messageId);
            delete.addBatch();
        }
        for (Map.Entry<Long, String> text : texts.entrySet()) {
            new Parameters(insert).number(text.getKey()).text(SearchText.indexed(text.getValue()));
            insert.addBatch();
        }
        delete.executeBatch();
        insert.executeBatch();
        outdated.clear();
        texts.clear();
    }

    private static void fill(Connection connection) throws SQLException {
        FtsSearchIndex index = new FtsSearchIndex(connection);
        try (Statement statement = connection.createStatement();
                ResultSet messages = statement.executeQuery("SELECT id, text FROM messages WHERE text IS NOT NULL")) {
            while (messages.next()) {
                index.added(messages.getLong(1), messages.getString(2));
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
