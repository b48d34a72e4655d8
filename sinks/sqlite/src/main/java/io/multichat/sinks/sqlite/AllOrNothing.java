package io.multichat.sinks.sqlite;

import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.core.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Writes entries into an open transaction, in such a way that after a verdict REPORT none of them is there and what was written
 * before still is.
 *
 * <p>What is wrong with an entry is found before anything is written, as far as it is known what can be. A mark to go back to is
 * set only in a file that has refused an entry nevertheless: with it SQLite copies each page that is changed.
 */
final class AllOrNothing {
    private final Connection connection;
    private final SqliteSettings settings;
    private final FileCondition condition;
    private final Transaction transaction;
    private BatchWriter batch;

    AllOrNothing(Connection connection, SqliteSettings settings, FileCondition condition, Transaction transaction)
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

    /**
     * Writes all entries or throws.
     *
     * @throws StoreException with the verdict REPORT when an entry is refused
     * @throws SQLException when the transaction cannot go on
     */
    void write(List<SinkEntry> entries) throws SQLException {
        if (condition.refuses()) {
            writeOrUndo(entries);
            return;
        }
        try {
            batch.write(entries);
        } catch (StoreException e) {
            batch = new BatchWriter(connection, settings);
            throw e;
        }
    }

    private void writeOrUndo(List<SinkEntry> entries) throws SQLException {
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
