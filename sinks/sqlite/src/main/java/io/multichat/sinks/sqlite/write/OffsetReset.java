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

/** Sets the offsets from which a stopped connector will continue, in its files. */
public final class OffsetReset {
    private OffsetReset() {}

    /**
     * Writes the offsets, in one transaction for each file. A missing file is not created: it will be filled from the
     * beginning of the log.
     *
     * @param offsets the next offset of each topic-partition; null stands for the beginning of the log
     * @throws StoreException if a file cannot be written
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
