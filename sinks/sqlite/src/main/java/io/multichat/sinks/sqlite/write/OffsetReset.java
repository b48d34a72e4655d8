package io.multichat.sinks.sqlite.write;

import io.multichat.reading.StoreException;
import io.multichat.sinks.sqlite.file.SqliteFile;
import io.multichat.sinks.sqlite.settings.SqliteSettings;
import io.multichat.sinks.sqlite.sql.SqliteErrors;
import io.multichat.sinks.sqlite.sql.Transaction;
import io.multichat.sinks.sqlite.table.OffsetTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Sets where a stopped connector will go on, in its files. */
public final class OffsetReset {
    private OffsetReset() {}

    /**
     * Writes the offsets; of each file all or none. A file that does not exist has none, and is not made.
     *
     * @param offsets the next offset of each partition; null: the beginning of the log
     * @throws StoreException when a file cannot be written
     */
    public static void apply(SqliteSettings settings, Map<TopicPartition, Long> offsets) {
        Map<Path, Map<TopicPartition, Long>> byFile = new HashMap<>();
        offsets.forEach((partition, offset) -> byFile.computeIfAbsent(
                        settings.layout()
                                .file(settings.file(), settings.layout().number(partition.partition())),
                        file -> new HashMap<>())
                .put(partition, offset == null ? 0 : offset));
        byFile.forEach((file, ofFile) -> {
            if (Files.exists(file)) {
                replace(settings, file, ofFile);
            }
        });
    }

    private static void replace(SqliteSettings settings, Path file, Map<TopicPartition, Long> offsets) {
        try (Connection connection = SqliteFile.openWriter(file, settings.busyTimeout())) {
            OffsetTable table = new OffsetTable(connection, settings.connector());
            Transaction.run(connection, () -> {
                for (Map.Entry<TopicPartition, Long> offset : offsets.entrySet()) {
                    table.replace(offset.getKey(), offset.getValue());
                }
            });
        } catch (SQLException e) {
            throw SqliteErrors.translate(file, e);
        }
    }
}
