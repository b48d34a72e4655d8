package io.multichat.sinks.sqlite;

import io.multichat.sinks.core.StoreException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Sets where a stopped connector will go on, in its file. */
final class OffsetReset {
    private OffsetReset() {}

    /**
     * Writes all offsets or none. A file that does not exist has none, and is not made.
     *
     * @param offsets the next offset of each partition; null: the beginning of the log
     * @throws StoreException when the file cannot be written
     */
    static void apply(SqliteSettings settings, Map<TopicPartition, Long> offsets) {
        if (!Files.exists(settings.file())) {
            return;
        }
        try (Connection connection = SqliteFile.openWriter(settings.file(), settings.busyTimeout())) {
            OffsetTable table = new OffsetTable(connection, settings.connector());
            Transaction.run(connection, () -> {
                for (Map.Entry<TopicPartition, Long> offset : offsets.entrySet()) {
                    table.replace(offset.getKey(), offset.getValue() == null ? 0 : offset.getValue());
                }
            });
        } catch (SQLException e) {
            throw SqliteErrors.translate(settings.file(), e);
        }
    }
}
