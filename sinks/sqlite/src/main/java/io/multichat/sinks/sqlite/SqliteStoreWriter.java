package io.multichat.sinks.sqlite;

import io.multichat.sinks.core.Origin;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.core.StoreException;
import io.multichat.sinks.core.StoreWriter;
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
 * Writes entries to one file, each batch and the offsets it was read up to in one transaction. So the offsets in the file
 * are the truth about the file, whatever the consumer group's say. They stay before a record that is yet to be reported.
 * Used by one thread.
 */
final class SqliteStoreWriter implements StoreWriter {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteStoreWriter.class);

    private final SqliteSettings settings;
    private final Positions positions = new Positions();

    private Connection connection;
    private BatchWriter batch;

    private interface Step {
        void run(BatchWriter batch) throws SQLException;
    }

    /** Opens nothing yet. */
    SqliteStoreWriter(SqliteSettings settings) {
        this.settings = settings;
    }

    /**
     * Where reading has to go on: at the offset in the file, at 0 when there is none. When the log does not have that
     * offset (any more, or not yet again), the consumer begins at the log's start, and the offset in the file follows.
     *
     * @throws StoreException when the file cannot be read
     */
    Map<TopicPartition, Long> resume(Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        attempt(writer -> {
            for (TopicPartition partition : partitions) {
                offsets.put(partition, writer.offsets().read(partition).orElse(0));
            }
        });
        positions.putAll(offsets);
        return offsets;
    }

    /** Forgets partitions that another task has now. */
    void forget(Collection<TopicPartition> partitions) {
        positions.forget(partitions);
    }

    @Override
    public void write(List<SinkEntry> entries) {
        Map<TopicPartition, BatchOffsets.Range> ranges = BatchOffsets.of(entries);
        Map<TopicPartition, Long> next = new HashMap<>();
        ranges.forEach((partition, range) -> next.put(partition, positions.limit(partition, range.next())));
        attempt(writer -> Transaction.run(connection, () -> {
            writer.write(entries);
            for (Map.Entry<TopicPartition, BatchOffsets.Range> range : ranges.entrySet()) {
                TopicPartition partition = range.getKey();
                positions.move(writer.offsets(), partition, range.getValue().first(), next.get(partition));
            }
        }));
        positions.putAll(next);
    }

    @Override
    public void hold(Origin unreported) {
        positions.hold(unreported);
    }

    /**
     * Notes that all records before these offsets are written or reported. Touches the file only when it did not know.
     *
     * @param offsets the next offset of each partition
     */
    void passed(Map<TopicPartition, Long> offsets) {
        positions.release();
        Map<TopicPartition, Long> further = new HashMap<>(offsets);
        further.entrySet().removeIf(offset -> offset.getValue() <= positions.get(offset.getKey()));
        if (further.isEmpty()) {
            return;
        }
        attempt(writer -> Transaction.run(connection, () -> {
            for (Map.Entry<TopicPartition, Long> offset : further.entrySet()) {
                writer.offsets().advance(offset.getKey(), offset.getValue());
            }
        }));
        positions.putAll(further);
    }

    @Override
    public void close() {
        Connection closing = connection;
        connection = null;
        batch = null;
        if (closing != null) {
            try {
                closing.close();
            } catch (SQLException e) {
                LOG.warn("{} was not closed cleanly; what was written stays", settings.file(), e);
            }
        }
    }

    /** Runs a step on an open connection; after an exception the next one gets a connection of its own. */
    private void attempt(Step step) {
        try {
            if (connection == null) {
                open();
            }
            step.run(batch);
        } catch (SQLException e) {
            close();
            throw SqliteErrors.translate(settings.file(), e);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void open() throws SQLException {
        connection = SqliteFile.openWriter(settings.file(), settings.busyTimeout());
        FtsSearchIndex.prepare(connection, settings.search());
        batch = new BatchWriter(connection, settings);
    }
}
