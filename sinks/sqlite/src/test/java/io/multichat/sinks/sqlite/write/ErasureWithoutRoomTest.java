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
