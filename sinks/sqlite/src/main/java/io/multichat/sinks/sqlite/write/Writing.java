package io.multichat.sinks.sqlite.write;

import io.multichat.reading.StoreException;
import io.multichat.sinks.core.OffsetRange;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.sqlite.file.UncleanStop;
import io.multichat.sinks.sqlite.index.FtsSearchIndex;
import io.multichat.sinks.sqlite.settings.SqliteSettings;
import io.multichat.sinks.sqlite.sql.Transaction;
import io.multichat.sinks.sqlite.table.SnapshotRules;
import io.multichat.sinks.sqlite.table.StoredOffset;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection that writes, and what it holds back until {@link #commit}. After an exception that is not a verdict REPORT it must be
 * closed, which gives that up.
 */
final class Writing {
    private static final Logger LOG = LoggerFactory.getLogger(Writing.class);

    private final FileCondition condition;
    private final Connection connection;
    private final Transaction transaction;
    private final Rows rows;
    private final LogCheck logs = new LogCheck();
    private Uncommitted uncommitted = new Uncommitted();

    Writing(SqliteSettings settings, FileCondition condition) throws SQLException {
        this.condition = condition;
        connection = condition.open();
        try {
            transaction = new Transaction(connection);
            rows = new Rows(connection, settings, condition, transaction);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** The offset of each topic-partition, at which reading begins. */
    Map<TopicPartition, StoredOffset> offsets(Collection<TopicPartition> partitions) throws SQLException {
        Map<TopicPartition, StoredOffset> offsets = new HashMap<>();
        for (TopicPartition partition : partitions) {
            StoredOffset stored = rows.offsets().read(partition);
            offsets.put(partition, stored);
            logs.expect(partition, stored);
        }
        return offsets;
    }

    void setBack(TopicPartition partition, long offset) {
        logs.forget(partition);
        uncommitted.setBack(partition, offset);
    }

    /** @throws StoreException with the verdict REPORT when an entry is refused; nothing of these is written then */
    void write(List<SinkEntry> entries) throws SQLException {
        logs.look(entries);
        if (condition.refuses()) {
            transaction.begin();
            rows.writeOrUndo(entries);
            uncommitted.wrote(entries);
        } else {
            SnapshotRules.require(entries);
            uncommitted.hold(entries);
        }
    }

    /**
     * All of these are written or reported; none when no more are at hand.
     *
     * @return true when it is time to commit
     */
    boolean passed(Map<TopicPartition, OffsetRange> read, long nowMs) {
        uncommitted.passed(read, nowMs);
        boolean late =
                read.isEmpty() || uncommitted.isDue(nowMs) || !logs.others().isEmpty();
        return late && !uncommitted.isEmpty();
    }

    /** What the next commit makes durable. */
    Uncommitted uncommitted() {
        return uncommitted;
    }

    /**
     * Commits, and moves the offsets behind what was read.
     *
     * @return true when an offset in the file is below what was read: somebody has set it back, and it stays there; or this did,
     *     since the log is another one
     */
    boolean commit() throws SQLException {
        transaction.begin();
        uncommitted.writeTo(rows);
        boolean displaced = false;
        for (Map.Entry<TopicPartition, OffsetRange> range : uncommitted.read().entrySet()) {
            TopicPartition partition = range.getKey();
            if (logs.others().contains(partition)) {
                LOG.warn("{} is another log than the file was written from; it is read from its beginning", partition);
                rows.offsets().replace(partition, 0);
                displaced = true;
            } else if (rows.offsets().read(partition).next() < range.getValue().from()) {
                displaced = true;
            } else {
                rows.offsets().advance(partition, uncommitted.offset(partition));
            }
        }
        try {
            transaction.commit();
        } catch (SQLException e) {
            throw FtsSearchIndex.blamed(e);
        }
        uncommitted = new Uncommitted();
        return displaced;
    }

    /** Gives up the transaction and leaves a file that its next writer need not check. */
    void close() throws SQLException {
        try {
            transaction.giveUp();
            UncleanStop.prevent(connection);
        } finally {
            connection.close();
        }
    }

    /** Gives up the transaction, whatever state it is in. */
    void abandon() throws SQLException {
        connection.close();
    }
}
