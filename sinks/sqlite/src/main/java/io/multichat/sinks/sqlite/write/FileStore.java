package io.multichat.sinks.sqlite.write;

import io.multichat.reading.StoreException;
import io.multichat.sinks.core.OffsetRange;
import io.multichat.sinks.core.Progress;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.sqlite.settings.SqliteSettings;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One file of the store. It opens a connection when it needs one, and replaces the connection after an error. The file's own
 * offsets apply, not those of the consumer group, because each transaction holds rows and their offsets. Used by one thread.
 */
final class FileStore {
    private static final Logger LOG = LoggerFactory.getLogger(FileStore.class);

    private final SqliteSettings settings;
    private final FileCondition condition;
    private final Map<TopicPartition, Long> durable = new HashMap<>();
    private WriterConnection writer;

    private interface Step<T> {
        T run(WriterConnection open) throws SQLException;
    }

    /** Opens nothing yet. */
    FileStore(SqliteSettings settings, Path file) {
        this.settings = settings;
        condition = new FileCondition(settings, file);
    }

    /** Commits what was read, then returns the offsets from which to read. */
    Map<TopicPartition, Long> positions(Collection<TopicPartition> partitions) {
        commit();
        Map<TopicPartition, Long> positions = new HashMap<>();
        attempt(open -> open.offsets(partitions)).forEach((partition, stored) -> {
            durable.put(partition, stored.next());
            positions.put(partition, stored.readFrom());
        });
        return positions;
    }

    /** The task reads a topic-partition from an earlier offset; the next commit stores it. */
    void setBack(TopicPartition partition, long offset) {
        attempt(open -> {
            open.setBack(partition, offset);
            return open;
        });
    }

    /** Adds entries to the next commit. */
    void write(List<SinkEntry> entries) {
        attempt(open -> {
            open.add(entries);
            return open;
        });
    }

    /**
     * Records how far the task has read, and commits when a commit is due.
     *
     * @param clockMs a monotonic clock, milliseconds
     */
    Progress passed(Map<TopicPartition, OffsetRange> read, LongSupplier clockMs) {
        long nowMs = clockMs.getAsLong();
        boolean displaced = attempt(open -> open.passed(read, nowMs)) && commit();
        // Then no transaction is open, even if the file has refused an entry.
        boolean idle = writer.buffered().read().isEmpty();
        long maintenanceMs = idle ? attempt(open -> open.maintain(clockMs)) : Long.MAX_VALUE;
        return new Progress(
                Map.copyOf(durable),
                displaced,
                Math.min(maintenanceMs, writer.buffered().untilDueMs(nowMs)));
    }

    /** Commits what was read, then gives up topic-partitions. Never fails. */
    void release(Collection<TopicPartition> partitions) {
        try {
            commit();
        } catch (StoreException e) {
            LOG.warn("{}; the next owner rereads the uncommitted records", e.getMessage());
        }
        durable.keySet().removeAll(Set.copyOf(partitions));
    }

    /**
     * Closes the connection and discards uncommitted changes. Never fails.
     *
     * @param clean true to leave a file that the next writer need not check; false after a failure
     */
    void close(boolean clean) {
        WriterConnection closing = writer;
        writer = null;
        try {
            if (closing != null) {
                closing.close(clean);
            }
        } catch (SQLException e) {
            LOG.warn("{} failed to close; committed data is safe", condition.file(), e);
        }
    }

    private boolean commit() {
        if (writer == null || writer.buffered().read().isEmpty()) {
            return false;
        }
        BufferedEntries committing = writer.buffered();
        boolean displaced = attempt(WriterConnection::commit);
        committing.read().forEach((partition, range) -> durable.put(partition, range.next()));
        return displaced;
    }

    /** Runs a step on the open connection. After an error the next step gets a new connection. */
    private <T> T attempt(Step<T> step) {
        try {
            if (writer == null) {
                writer = new WriterConnection(settings, condition);
            }
            return step.run(writer);
        } catch (SQLException e) {
            close(false);
            throw condition.judge(e);
        }
    }
}
