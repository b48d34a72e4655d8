package io.multichat.sinks.sqlite;

import io.multichat.sinks.core.OffsetRange;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.core.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * A connection that writes, and its transaction: it begins with the first change and ends with {@link #commit}. After an exception
 * that is not a verdict REPORT it must be closed, which gives up the transaction.
 */
final class Writing implements AutoCloseable {
    private final SqliteSettings settings;
    private final Connection connection;
    private final Transaction transaction;
    private BatchWriter batch;

    /** Something to do with a connection. */
    interface Step<T> {
        T run(Writing writing) throws SQLException;
    }

    private Writing(SqliteSettings settings, Connection connection) throws SQLException {
        this.settings = settings;
        this.connection = connection;
        transaction = new Transaction(connection);
        batch = new BatchWriter(connection, settings);
    }

    static Writing open(SqliteSettings settings) throws SQLException {
        Connection connection = SqliteFile.openWriter(settings.file(), settings.busyTimeout());
        try {
            FtsSearchIndex.prepare(connection, settings.search());
            return new Writing(settings, connection);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** The offset of each topic-partition; 0 when there is none. */
    Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions) throws SQLException {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        for (TopicPartition partition : partitions) {
            offsets.put(partition, batch.offsets().read(partition).orElse(0));
        }
        return offsets;
    }

    void setBack(TopicPartition partition, long offset) throws SQLException {
        transaction.begin();
        batch.offsets().replace(partition, offset);
    }

    /** @throws StoreException with the verdict REPORT when an entry is refused; nothing of these is written then */
    void write(List<SinkEntry> entries) throws SQLException {
        transaction.begin();
        transaction.mark();
        try {
            batch.write(entries);
        } catch (SQLException | StoreException e) {
            StoreException failure = e instanceof SQLException error
                    ? SqliteErrors.translate(settings.file(), error)
                    : (StoreException) e;
            if (failure.verdict() != StoreException.Verdict.REPORT) {
                throw e;
            }
            transaction.backToMark();
            batch = new BatchWriter(connection, settings);
            throw failure;
        }
    }

    /**
     * Commits, and moves the offsets behind what was read.
     *
     * @return true when an offset in the file is below what was read: somebody has set it back; it stays there
     */
    boolean commit(Map<TopicPartition, OffsetRange> read) throws SQLException {
        transaction.begin();
        boolean displaced = false;
        for (Map.Entry<TopicPartition, OffsetRange> range : read.entrySet()) {
            long stored = batch.offsets().read(range.getKey()).orElse(0);
            if (stored < range.getValue().from()) {
                displaced = true;
            } else {
                batch.offsets().advance(range.getKey(), range.getValue().next());
            }
        }
        transaction.commit();
        return displaced;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
