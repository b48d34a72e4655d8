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
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One file. Rows and the offsets that they were read up to are one transaction; so the offsets in the file are the truth about the
 * file, whatever the consumer group's say. Used by one thread.
 */
final class FileStore {
    private static final Logger LOG = LoggerFactory.getLogger(FileStore.class);

    private final SqliteSettings settings;
    private final FileCondition condition;
    private final Map<TopicPartition, Long> durable = new HashMap<>();
    private Writing writing;

    private interface Step<T> {
        T run(Writing writing) throws SQLException;
    }

    /** Opens nothing yet. */
    FileStore(SqliteSettings settings, Path file) {
        this.settings = settings;
        condition = new FileCondition(settings, file);
    }

    /** Commits what was read, then tells where reading begins. */
    Map<TopicPartition, Long> positions(Collection<TopicPartition> partitions) {
        commit();
        Map<TopicPartition, Long> positions = new HashMap<>();
        attempt(open -> open.offsets(partitions)).forEach((partition, stored) -> {
            durable.put(partition, stored.next());
            positions.put(partition, stored.readFrom());
        });
        return positions;
    }

    void setBack(TopicPartition partition, long offset) {
        attempt(open -> {
            open.setBack(partition, offset);
            return open;
        });
    }

    void write(List<SinkEntry> entries) {
        attempt(open -> {
            open.write(entries);
            return open;
        });
    }

    /** Commits when it is time to. */
    Progress passed(Map<TopicPartition, OffsetRange> read, long nowMs) {
        boolean displaced = attempt(open -> open.passed(read, nowMs)) && commit();
        return new Progress(
                Map.copyOf(durable), displaced, writing.uncommitted().untilDueMs(nowMs));
    }

    /** Gives topic-partitions up, after a commit of what was read. Never fails. */
    void release(Collection<TopicPartition> partitions) {
        try {
            commit();
        } catch (StoreException e) {
            LOG.warn("{}; what is not committed is read again by the next owner", e.getMessage());
        }
        durable.keySet().removeAll(Set.copyOf(partitions));
    }

    /**
     * Gives up what is not committed, and the connection. Never fails.
     *
     * @param clean true when the file is done with, false after a failure
     */
    void close(boolean clean) {
        Writing closing = writing;
        writing = null;
        try {
            if (closing != null && clean) {
                closing.close();
            } else if (closing != null) {
                closing.abandon();
            }
        } catch (SQLException e) {
            LOG.warn("{} was not closed cleanly; what was committed stays", condition.file(), e);
        }
    }

    private boolean commit() {
        if (writing == null || writing.uncommitted().isEmpty()) {
            return false;
        }
        Uncommitted committing = writing.uncommitted();
        boolean displaced = attempt(Writing::commit);
        committing.read().forEach((partition, range) -> durable.put(partition, range.next()));
        return displaced;
    }

    /** Runs a step on an open connection; after an error the next one gets a connection of its own. */
    private <T> T attempt(Step<T> step) {
        try {
            if (writing == null) {
                writing = new Writing(settings, condition);
            }
            return step.run(writing);
        } catch (SQLException e) {
            close(false);
            throw condition.judge(e);
        }
    }
}
