package io.multichat.sinks.sqlite.read;

import io.multichat.sinks.sqlite.sql.Select;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** The positions up to which a store holds its topics. */
public final class SqlitePositions {
    private SqlitePositions() {}

    /**
     * The next offset of each topic-partition; empty if the store has no files yet. If several connectors write the store, the
     * greatest of their positions counts.
     *
     * @param file the path in {@code sqlite.file}, in either layout
     * @throws io.multichat.reading.StoreException if a file cannot be read
     */
    public static Map<TopicPartition, Long> read(Path file) {
        Map<TopicPartition, Long> positions = new HashMap<>();
        try (ReadFiles files = new ReadFiles(file)) {
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
        }
        return positions;
    }
}
