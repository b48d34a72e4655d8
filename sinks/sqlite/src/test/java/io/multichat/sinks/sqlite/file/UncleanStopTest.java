package io.multichat.sinks.sqlite.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.sinks.sqlite.testing.Chat;
import io.multichat.sinks.sqlite.testing.RunningTask;
import io.multichat.sinks.sqlite.testing.StoreFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A file as a killed writer leaves it: a copy made while the writer runs. */
class UncleanStopTest {
    private static final int PAGE_BYTES = 4096;

    private final StoreFile running = new StoreFile();
    private final StoreFile killed = new StoreFile();

    @BeforeEach
    void killAWriter() throws IOException {
        try (RunningTask task = RunningTask.on(running.path())) {
            task.put(created(0, 500));
        }
        try (RunningTask task = RunningTask.on(running.path())) {
            task.put(created(499, 502));
            for (String part : List.of("", "-wal")) {
                Files.copy(sibling(running, part), sibling(killed, part), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    @AfterEach
    void remove() {
        running.close();
        killed.close();
    }

    @Test
    void itIsDetectedAndNoCommittedDataIsLost() {
        assertThat(UncleanStop.isTraceOf(killed.path())).isTrue();

        try (RunningTask next = RunningTask.on(killed.path())) {
            assertThat(next.resumedAt()).isEqualTo(501);
        }

        assertThat(killed.rows("SELECT count(*) FROM messages")).containsExactly("502");
    }

    @Test
    void aFileClosedByItsWriterHasNoLogFile() {
        assertThat(UncleanStop.isTraceOf(running.path())).isFalse();
    }

    @Test
    void aFileClosedByItsWriterWhileOthersReadItHasNoLogFile() throws SQLException {
        try (Connection reader = running.connect();
                Statement statement = reader.createStatement()) {
            statement.executeQuery("SELECT count(*) FROM messages").close();
            try (RunningTask task = RunningTask.on(running.path())) {
                task.put(created(501, 510));
            }
            assertThat(sibling(running, "-wal")).exists();

            assertThat(UncleanStop.isTraceOf(running.path())).isFalse();
        }
    }

    @Test
    void damageStopsTheTaskBeforeItWrites() throws IOException {
        overwriteAPageOfMessages(killed);
        byte[] before = Files.readAllBytes(killed.path());

        assertThatThrownBy(() -> RunningTask.on(killed.path()))
                .isExactlyInstanceOf(ConnectException.class)
                .hasMessageContaining("sessions.db")
                .hasMessageContaining("damaged")
                .hasMessageContaining("restore a backup or move the file away");

        assertThat(Files.readAllBytes(killed.path())).hasSameSizeAs(before);
    }

    @Test
    void aDamagedFullTextIndexIsRebuilt() throws IOException {
        killed.execute("DELETE FROM messages_fts_data");
        assertThat(killed.rows("PRAGMA quick_check")).isNotEqualTo(List.of("ok"));
        // The statements above closed the file. A log of any content makes it look like the file of a killed writer.
        Files.write(sibling(killed, "-wal"), new byte[32]);

        RunningTask.on(killed.path()).close();

        assertThat(killed.rows("PRAGMA quick_check")).containsExactly("ok");
        assertThat(killed.rows("SELECT count(*) FROM messages_fts WHERE messages_fts MATCH 'text'"))
                .containsExactly("502");
    }

    /** Damages the middle of a table, which a task does not read when it starts. */
    private static void overwriteAPageOfMessages(StoreFile store) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(store.path().toFile(), "rw")) {
            file.seek(file.length() / PAGE_BYTES / 2 * PAGE_BYTES);
            file.write(new byte[PAGE_BYTES]);
        }
    }

    private static Path sibling(StoreFile store, String suffix) {
        return store.path().resolveSibling(store.path().getFileName() + suffix);
    }

    private static List<SinkRecord> created(long from, long to) {
        return LongStream.range(from, to)
                .mapToObj(offset -> Chat.created(offset, "m" + offset, 1_000 + offset, "text " + offset))
                .toList();
    }
}
