package io.multichat.sinks.sqlite.write;

import io.multichat.reading.StoreException;
import io.multichat.sinks.core.OffsetRange;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.sqlite.file.UncleanStop;
import io.multichat.sinks.sqlite.index.FtsSearchIndex;
import io.multichat.sinks.sqlite.index.IndexTables;
import io.multichat.sinks.sqlite.settings.SqliteSettings;
import io.multichat.sinks.sqlite.sql.Transaction;
import io.multichat.sinks.sqlite.table.OffsetTable;
import io.multichat.sinks.sqlite.table.SnapshotRules;
import io.multichat.sinks.sqlite.table.StoredOffset;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection that writes to a file, and the entries that its next commit will write. After any exception except a
 * {@link StoreException} with the verdict REPORT, it must be closed, which discards everything uncommitted.
 */
final class WriterConnection {
    private static final Logger LOG = LoggerFactory.getLogger(WriterConnection.class);
    // Between two parts of a search index that is replaced, so that other writers and new records come first.
    private static final long REINDEX_PAUSE_MS = 5;

    private final SqliteSettings settings;
    private final FileCondition condition;
    private final Connection connection;
    private final Transaction transaction;
    private final ErasureCleanup cleanup;
    private final RecreatedTopicCheck topics = new RecreatedTopicCheck();
    private BufferedEntries buffered = new BufferedEntries();
    private TableWriter tables;
    private boolean reindexing;

    WriterConnection(SqliteSettings settings, FileCondition condition) throws SQLException {
        this.settings = settings;
        this.condition = condition;
        connection = condition.open();
        reindexing = settings.search();
        try {
            transaction = new Transaction(connection);
            tables = new TableWriter(connection, settings);
            cleanup = new ErasureCleanup(connection, condition.file(), settings);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** The offset of each topic-partition in the file, from which the task will read. */
    Map<TopicPartition, StoredOffset> offsets(Collection<TopicPartition> partitions) throws SQLException {
        Map<TopicPartition, StoredOffset> offsets = new HashMap<>();
        for (TopicPartition partition : partitions) {
            StoredOffset stored = tables.offsets().read(partition);
            offsets.put(partition, stored);
            topics.expect(partition, stored);
        }
        return offsets;
    }

    /** The task reads a topic-partition from an earlier offset than the one in the file. */
    void setBack(TopicPartition partition, long offset) {
        topics.forget(partition);
        buffered.setBack(partition, offset);
    }

    /**
     * Adds entries to the next commit: to memory or, if the file has refused an entry before, to the open transaction.
     *
     * @throws StoreException with the verdict REPORT if an entry is refused; then none of these entries is added
     */
    void add(List<SinkEntry> entries) throws SQLException {
        topics.compare(entries);
        if (condition.hasRefusedEntries()) {
            insertOrUndo(entries);
            buffered.countWritten(entries);
        } else {
            SnapshotRules.require(entries);
            buffered.add(entries);
        }
    }

    /**
     * Notes that all records in these ranges have been added or reported. No ranges mean that no more records are available.
     *
     * @return true if it is time to commit
     */
    boolean passed(Map<TopicPartition, OffsetRange> read, long nowMs) {
        buffered.passed(read, nowMs);
        boolean now =
                read.isEmpty() || buffered.isDue(nowMs) || !topics.recreated().isEmpty();
        return now && !buffered.read().isEmpty();
    }

    /** The entries that the next commit will write. */
    BufferedEntries buffered() {
        return buffered;
    }

    /**
     * Writes the entries, and the offsets after what was read, in one transaction.
     *
     * @return true if an offset in the file is now lower than what was read: either another process has set it back, or the
     *     topic was recreated and is read from its beginning
     */
    boolean commit() throws SQLException {
        OffsetTable offsets = tables.offsets();
        transaction.begin();
        cleanup.noteErased(tables.insert(buffered.entries()));
        for (Map.Entry<TopicPartition, Long> offset : buffered.setBack().entrySet()) {
            offsets.replace(offset.getKey(), offset.getValue());
        }
        boolean displaced = false;
        for (Map.Entry<TopicPartition, OffsetRange> range : buffered.read().entrySet()) {
            TopicPartition partition = range.getKey();
            if (topics.recreated().contains(partition)) {
                LOG.warn("{} is not the log that the file was written from; reading it from its beginning", partition);
                offsets.replace(partition, 0);
                displaced = true;
            } else if (offsets.read(partition).next() < range.getValue().from()) {
                displaced = true;
            } else {
                offsets.advance(partition, buffered.offsetAfter(partition));
            }
        }
        try {
            transaction.commit();
        } catch (SQLException e) {
            throw FtsSearchIndex.orDamage(e);
        }
        buffered = new BufferedEntries();
        return displaced;
    }

    /**
     * Replaces a part of a search index of an older kind, and cleans up after erasures. Call only when nothing is buffered.
     *
     * @param clockMs a monotonic clock, milliseconds
     * @return milliseconds until the next call is due; {@link Long#MAX_VALUE} if nothing is left to do
     */
    long maintain(LongSupplier clockMs) throws SQLException {
        reindexing = reindexing && IndexTables.reindex(connection);
        return reindexing ? REINDEX_PAUSE_MS : cleanup.run(clockMs);
    }

    /**
     * Closes the connection and discards uncommitted changes.
     *
     * @param clean true to leave a file that the next writer need not check; false after a failure
     */
    void close(boolean clean) throws SQLException {
        try {
            if (clean) {
                transaction.rollBack();
                UncleanStop.prevent(connection);
            }
        } finally {
            connection.close();
        }
    }

    private void insertOrUndo(List<SinkEntry> entries) throws SQLException {
        transaction.begin();
        transaction.setSavepoint();
        StoreException refusal;
        try {
            cleanup.noteErased(tables.insert(entries));
            transaction.releaseSavepoint();
            return;
        } catch (StoreException e) {
            refusal = e;
        } catch (SQLException e) {
            refusal = condition.refusal(e);
        }
        transaction.rollBackToSavepoint();
        tables = new TableWriter(connection, settings);
        throw refusal;
    }
}
