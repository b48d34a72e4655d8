package io.multichat.sinks.sqlite.index;

import io.multichat.sinks.sqlite.sql.DamagedSearchException;
import io.multichat.sinks.sqlite.sql.SqliteErrors;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sqlite.SQLiteErrorCode;

/**
 * The table {@code messages_fts}: the words and the scope of every text that shows, by {@code messages.id}. While an index of an older
 * kind is replaced, the table that replaces it is kept up to date as well.
 */
public final class FtsSearchIndex implements SearchIndex {
    /** Errors that only a damaged index can cause: every statement and value written here is valid. */
    private static final Set<SQLiteErrorCode> DAMAGE =
            EnumSet.of(SQLiteErrorCode.SQLITE_CONSTRAINT, SQLiteErrorCode.SQLITE_CORRUPT, SQLiteErrorCode.SQLITE_ERROR);

    private final Connection connection;
    private final List<FtsTable> tables = new ArrayList<>();
    private final Map<Long, Entry> entries = new LinkedHashMap<>();
    private final Set<Long> outdated = new LinkedHashSet<>();

    /** The index of a file that {@link IndexTables#prepare} has prepared. */
    public FtsSearchIndex(Connection connection) throws SQLException {
        this.connection = connection;
        open();
    }

    @Override
    public void added(long messageId, Entry entry) {
        if (entry.text().isPresent()) {
            entries.put(messageId, entry);
        }
    }

    @Override
    public void changed(long messageId, Entry entry) {
        outdated.add(messageId);
        entries.remove(messageId);
        added(messageId, entry);
    }

    @Override
    public void flush() throws SQLException {
        try {
            if (tables.size() > 1 && !FtsTable.exists(connection, FtsTable.NEXT)) {
                // The replacement is complete.
                tables.clear();
                open();
            }
            for (FtsTable table : tables) {
                table.write(outdated, entries);
            }
        } catch (SQLException e) {
            throw orDamage(e);
        }
        outdated.clear();
        entries.clear();
    }

    /**
     * An error of a flush, or of the commit after one (where FTS5 does part of its work), as a
     * {@link DamagedSearchException} if only a damaged index can cause it; otherwise the error itself.
     */
    public static SQLException orDamage(SQLException error) {
        return DAMAGE.contains(SqliteErrors.code(error)) ? new DamagedSearchException(error) : error;
    }

    private void open() throws SQLException {
        for (String name : List.of(FtsTable.CURRENT, FtsTable.NEXT)) {
            if (FtsTable.exists(connection, name)) {
                tables.add(new FtsTable(connection, name));
            }
        }
    }
}
