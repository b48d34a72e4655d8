package io.multichat.sinks.sqlite;

import io.multichat.sinks.core.OffsetRange;
import io.multichat.sinks.core.Progress;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.core.SinkStore;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One file. A batch and the offsets that it was read up to are one transaction, which begins with the first write and ends when the
 * batch has passed; so the offsets in the file are the truth about the file, whatever the consumer group's say.
 */
final class SqliteStore implements SinkStore {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteStore.class);

    private final SqliteSettings settings;
    private final Set<TopicPartition> owned = new HashSet<>();
    private final Map<TopicPartition, Long> durable = new HashMap<>();
    private Writing writing;

    /** Opens nothing yet. */
    SqliteStore(SqliteSettings settings) {
        this.settings = settings;
    }

    @Override
    public void take(Collection<TopicPartition> partitions) {
        owned.addAll(partitions);
    }

    /** The offsets in the file. When the log does not have one, the consumer begins at the log's start, and the file follows. */
    @Override
    public Map<TopicPartition, Long> positions() {
        Map<TopicPartition, Long> positions = attempt(writing -> writing.offsets(owned));
        durable.putAll(positions);
        return positions;
    }

    @Override
    public void setBack(TopicPartition partition, long offset) {
        attempt(writing -> {
            writing.setBack(partition, offset);
            return null;
        });
    }

    @Override
    public void write(List<SinkEntry> entries) {
        attempt(writing -> {
            writing.write(entries);
            return null;
        });
    }

    @Override
    public Progress passed(Map<TopicPartition, OffsetRange> read) {
        boolean displaced = !read.isEmpty() && attempt(writing -> writing.commit(read));
        read.forEach((partition, range) -> durable.put(partition, range.next()));
        return new Progress(Map.copyOf(durable), displaced, Long.MAX_VALUE);
    }

    @Override
    public void abandon() {
        close();
    }

    @Override
    public void release(Collection<TopicPartition> partitions) {
        owned.removeAll(Set.copyOf(partitions));
        durable.keySet().removeAll(Set.copyOf(partitions));
    }

    @Override
    public void close() {
        Writing closing = writing;
        writing = null;
        if (closing != null) {
            try {
                closing.close();
            } catch (SQLException e) {
                LOG.warn("{} was not closed cleanly; what was committed stays", settings.file(), e);
            }
        }
    }

    /** Runs a step on an open connection; after an exception the next one gets a connection of its own. */
    private <T> T attempt(Writing.Step<T> step) {
        try {
            if (writing == null) {
                writing = Writing.open(settings);
            }
            return step.run(writing);
        } catch (SQLException e) {
            abandon();
            throw SqliteErrors.translate(settings.file(), e);
        }
    }
}
