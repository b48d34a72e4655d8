package io.multichat.sinks.sqlite.read;

import io.multichat.sinks.sqlite.sql.Select;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** The positions up to which a store holds its topics. Keeps its files open between questions. Thread-safe. */
public final class SqlitePositions implements AutoCloseable {
    private final ReadFiles files;

    /**
     * Opens nothing yet.
     *
     * @param file the path in {@code sqlite.file}, in either layout
     */
    public SqlitePositions(Path file) {
        files = new ReadFiles(file);
    }

    /** The positions of a store that is asked once, as {@link #read()} returns them. */
    public static Map<TopicPartition, Long> read(Path file) {
        try (SqlitePositions positions = new SqlitePositions(file)) {
            return positions.read();
        }
    }

    /**
     * The next offset of each topic-partition; empty if the store has no files yet. If several connectors write the store, the
     * greatest of their positions counts.
     *
     * @throws io.multichat.reading.StoreException if a file cannot be read
     */
    public Map<TopicPartition, Long> read() {
        Map<TopicPartition, Long> positions = new HashMap<>();
        for (ReadConnections each : files.all().values()) {
            each.ask(
                            List.<Map.Entry<TopicPartition, Long>>of(),
                            connection -> new Select("SELECT topic, partition, next_offset FROM sink_offsets")
                                    .all(
                                            connection,
                                            row -> Map.entry(
                                                    new TopicPartition(row.getString(1), row.getInt(2)),
                                                    row.getLong(3))))
                    .forEach(position -> positions.merge(position.getKey(), position.getValue(), Math::max));
        }
        return positions;
    }

    @Override
    public void close() {
        files.close();
    }
}
