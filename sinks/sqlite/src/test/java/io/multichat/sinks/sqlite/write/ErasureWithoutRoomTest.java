package io.multichat.sinks.sqlite.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.sinks.core.testing.CanaryRecords;
import io.multichat.sinks.core.testing.SmallDisk;
import io.multichat.sinks.sqlite.testing.Chat;
import io.multichat.sinks.sqlite.testing.RunningTask;
import io.multichat.sinks.sqlite.testing.StoreFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.LongStream;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ErasureWithoutRoomTest {
    private static final int OTHERS = 2_000;
    private static final int LEFT = 1 << 20;
    private static final String CLEANED = "SELECT cleaned FROM erasure_cleanup";

    private final StoreFile file = new StoreFile();

    @AfterEach
    void remove() {
        file.close();
    }

    @Test
    void recordsAreWrittenAndTheFileIsRewrittenOnceThereIsRoom() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(file.path().resolveSibling("disk"), 16)) {
            Path database = disk.folder().resolve("sessions.db");
            try (RunningTask task = RunningTask.on(database, "sqlite.erase.settle", "0ms")) {
                task.put(CanaryRecords.chat());
                task.put(LongStream.range(10, 10 + OTHERS)
                        .mapToObj(ErasureWithoutRoomTest::created)
                        .toList());
                disk.fillExcept(LEFT);

                task.put(CanaryRecords.personErased(10 + OTHERS));
                task.put(created(11 + OTHERS));
                assertThat(number(database, CLEANED)).isZero();
                assertThat(number(database, "SELECT count(*) FROM messages WHERE message_id LIKE 'other%'"))
                        .isEqualTo(OTHERS + 1);

                disk.free();
                task.clockMs.addAndGet(60_000);
                task.put();
                assertThat(number(database, CLEANED)).isEqualTo(1);
                assertThat(task.context.paused).isEmpty();
            }
        }
    }

    @Test
    void recordsAreWrittenWhileTheFolderForTemporaryFilesIsFull() throws Exception {
        String large = "x".repeat(50_000);
        try (SmallDisk disk = SmallDisk.mount(file.path().resolveSibling("temporary"), 4)) {
            try (RunningTask task = RunningTask.on(file.path(), "sqlite.search", "false")) {
                task.put(CanaryRecords.chat());
                task.put(LongStream.range(10, 510)
                        .mapToObj(offset -> Chat.created(offset, "m" + offset, CanaryRecords.NOON + offset, large))
                        .toList());
                task.put(CanaryRecords.personErased(510));
                putTemporaryFilesInto(disk.folder().toString());
                disk.fill();

                task.clockMs.addAndGet(10_000);
                task.put();
                task.put(created(511));
                assertThat(task.context.paused).isEmpty();
                assertThat(number(file.path(), "SELECT count(*) FROM messages WHERE message_id = 'other511'"))
                        .isEqualTo(1);
                assertThat(number(file.path(), CLEANED)).isZero();

                putTemporaryFilesInto("");
                task.clockMs.addAndGet(60_000);
                task.put();
                assertThat(number(file.path(), CLEANED)).isEqualTo(1);
            } finally {
                putTemporaryFilesInto("");
            }
        }
    }

    /** For the whole process. An empty name means the usual folder. */
    private void putTemporaryFilesInto(String folder) throws SQLException {
        try (Connection connection = file.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA temp_store_directory = '" + folder + "'");
        }
    }

    private static SinkRecord created(long offset) {
        return Chat.created(offset, "other" + offset, CanaryRecords.NOON + offset, "what others said ".repeat(20));
    }

    private static long number(Path database, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }
}
