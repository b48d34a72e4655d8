package io.multichat.sinks.sqlite.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.multichat.sinks.sqlite.testing.Chat;
import io.multichat.sinks.sqlite.testing.RunningTask;
import io.multichat.sinks.sqlite.testing.StoreFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
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

/** A disk without room, and a file that must not be written. */
class FullOrReadOnlyTest {
    // Of the file's header: which programs may write it. One that is greater than 2 may only be read, whoever asks.
    private static final int WRITE_VERSION = 18;
    private static final int UNKNOWN_VERSION = 3;

    private final StoreFile file = new StoreFile();

    @AfterEach
    void remove() {
        file.close();
    }

    /** Only where the test may mount a file system of four MiB. */
    @Test
    void aFullDiskIsWaitedOutAndNothingIsLostOrDoubled() throws Exception {
        Path disk = Files.createDirectory(file.path().resolveSibling("disk"));
        assumeThat(run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk.toString()))
                .isZero();
        try (RunningTask task = RunningTask.on(disk.resolve("sessions.db"))) {
            task.put(created(0, 100));
            Path ballast = disk.resolve("ballast");
            fill(ballast);

            task.put(created(99, 1_000));
            assertThat(task.context.paused).isNotEmpty();
            task.clockMs.addAndGet(60_000);
            task.put();
            task.put(created(99, 1_000));
            assertThat(task.context.paused).isNotEmpty();

            Files.delete(ballast);
            task.clockMs.addAndGet(60_000);
            task.put();
            assertThat(task.resumedAt()).isEqualTo(99);
            task.put(created(99, 1_000));

            assertThat(task.context.reported).isEmpty();
            assertThat(messages(disk.resolve("sessions.db"))).isEqualTo(1_000);
        } finally {
            assertThat(run("umount", disk.toString())).isZero();
            Files.delete(disk);
        }
    }

    @Test
    void aFileThatMayOnlyBeReadStopsTheTask() throws IOException {
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

    private static void fill(Path ballast) throws IOException {
        try (RandomAccessFile filler = new RandomAccessFile(ballast.toFile(), "rw")) {
            byte[] block = new byte[4096];
            while (true) {
                filler.write(block);
            }
        } catch (IOException full) {
            assertThat(Files.size(ballast)).isPositive();
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
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
