package io.multichat.sinks.sqlite.write;

import io.multichat.reading.StoreException;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.sqlite.settings.SqliteSettings;
import io.multichat.sinks.sqlite.sql.Transaction;
import io.multichat.sinks.sqlite.table.OffsetTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Writes entries and offsets into an open transaction. */
final class Rows {
    private final Connection connection;
    private final SqliteSettings settings;
    private final FileCondition condition;
    private final Transaction transaction;
    private BatchWriter batch;

    Rows(Connection connection, SqliteSettings settings, FileCondition condition, Transaction transaction)
            throws SQLException {
        this.connection = connection;
        this.settings = settings;
        this.condition = condition;
        this.transaction = transaction;
        batch = new BatchWriter(connection, settings);
    }

    OffsetTable offsets() {
        return batch.offsets();
    }

    /** @throws SQLException when the transaction cannot go on */
    void write(List<SinkEntry> entries) throws SQLException {
        batch.write(entries);
    }

    /**
     * Writes all entries or none, which is costly: SQLite copies each page that is changed.
     *
     * @throws StoreException with the verdict REPORT when an entry is refused; what was written before is still there
     * @throws SQLException when the transaction cannot go on
     */
    void writeOrUndo(List<SinkEntry> entries) throws SQLException {
        transaction.mark();
        StoreException refusal = null;
        try {
            batch.write(entries);
        } catch (StoreException e) {
            refusal = e;
        } catch (SQLException e) {
            refusal = condition.refusal(e);
        }
        if (refusal != null) {
            transaction.backToMark();
            batch = new BatchWriter(connection, settings);
        }
        transaction.removeMark();
        if (refusal != null) {
            throw refusal;
        }
    }
}
