package io.multichat.sinks.sqlite.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.sinks.core.testing.SmallDisk;
import io.multichat.sinks.sqlite.testing.Chat;
import io.multichat.sinks.sqlite.testing.RunningTask;
import io.multichat.sinks.sqlite.testing.StoreFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A full disk, and a read-only file. */
class FullOrReadOnlyTest {
    // The header of a file has a write version; SQLite opens a file with a version above 2 read-only.
    private static final int WRITE_VERSION = 18;
    private static final int UNKNOWN_VERSION = 3;

    private final StoreFile file = new StoreFile();

    @AfterEach
    void remove() {
        file.close();
    }

    @Test
    void theTaskWaitsWhileTheDiskIsFullAndNothingIsLostOrDuplicated() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(file.path().resolveSibling("disk"), 4)) {
            Path database = disk.folder().resolve("sessions.db");
            try (RunningTask task = RunningTask.on(database)) {
                task.put(created(0, 100));
                disk.fill();

                task.put(created(99, 1_000));
                assertThat(task.context.paused).isNotEmpty();
                task.clockMs.addAndGet(60_000);
                task.put();
                task.put(created(99, 1_000));
                assertThat(task.context.paused).isNotEmpty();

                disk.free();
                task.clockMs.addAndGet(60_000);
                task.put();
                assertThat(task.resumedAt()).isEqualTo(99);
                task.put(created(99, 1_000));

                assertThat(task.context.reported).isEmpty();
                assertThat(messages(database)).isEqualTo(1_000);
            }
        }
    }

    @Test
    void aReadOnlyFileStopsTheTask() throws IOException {
        RunningTask.on(file.path()).close();
        try (RandomAccessFile header = new RandomAccessFile(file.path().toFile(), "rw")) {
            header.seek(WRITE_VERSION);
            header.write(UNKNOWN_VERSION);
        }

        assertThatThrownBy(() -> {
                    try (RunningTask task = RunningTask.on(file.path())) {
                        task.put(created(0, 1));
                    }
                })
                .isExactlyInstanceOf(ConnectException.class)
                .hasMessageContaining("sessions.db")
                .hasMessageContaining("make the file and its folder writable");
    }

    private static long messages(Path store) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store);
                ResultSet count = connection.createStatement().executeQuery("SELECT count(*) FROM messages")) {
            return count.getLong(1);
        }
    }

    private static List<SinkRecord> created(long from, long to) {
        return LongStream.range(from, to)
                .mapToObj(offset -> Chat.created(offset, "m" + offset, 1_000 + offset, "text ".repeat(30) + offset))
                .toList();
    }
}
