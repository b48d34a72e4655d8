package io.multichat.app.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.multichat.events.SessionId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person and a session that are erased leave no trace in the files of {@code dev}, except in those of Kafka. */
class ErasureIT {
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final int MESSAGES = 10_000;
    private static final String OTHERS = "SELECT message_id, sent_at, ordering, sender_id, sender_name, text, event"
            + " FROM messages WHERE sender_id LIKE 'robin%' AND text LIKE 'robin%' ORDER BY message_id";

    @TempDir
    Path folder;

    @Test
    void nothingIsLeftOutsideOfKafkaAndNothingComesBack() throws Exception {
        Path chat = Files.write(folder.resolve("chat.jsonl"), CanaryChat.lines(MESSAGES), StandardCharsets.UTF_8);
        Path data = folder.resolve("data");
        try (DevProcess dev = DevProcess.start(
                data,
                "--set",
                "sqlite.erase.settle=1s",
                "--set",
                "archive.commit.interval=2s",
                // So that this test can decompress the segments.
                "--set",
                "archive.compression=gzip")) {
            CommandResult imported = importing(data, chat);
            assertThat(imported.out()).as(imported.err()).contains("dead letters 0");
            List<String> others = rows(dev, OTHERS);
            whileFilesChange(() -> assertThat(filesWithCanaries(data))
                    .extracting(data::relativize)
                    .hasSizeGreaterThan(3));
            SessionId nest = SessionId.parse(rows(
                            dev,
                            "SELECT session_id FROM sessions JOIN conversations AS c ON c.id = conversation_id"
                                    + " WHERE c.key = '" + CanaryChat.NEST.key() + "'")
                    .get(0));

            String commands = String.join("\n", CanaryChat.commands(Instant.now(), nest)) + "\n";
            CommandResult erased = CommandResult.withInput(commands, "publish", "--data-dir", data.toString(), "-");

            assertThat(erased.exitCode()).as(erased.err()).isZero();
            whileFilesChange(() -> assertThat(filesWithCanaries(data)).isEmpty());
            assertThat(rows(dev, OTHERS)).isEqualTo(others);
            CommandResult again = importing(data, chat);
            assertThat(again.out()).as(again.err()).contains("accepted 0,");
            CommandResult verified = CommandResult.of("verify", "--data-dir", data.toString());
            assertThat(verified.exitCode()).as(verified.out() + verified.err()).isZero();
            assertThat(rows(dev, OTHERS)).isEqualTo(others);
        }
        assertThat(filesWithCanaries(data)).isEmpty();
    }

    /** The stores of a running {@code dev} remove files while they are listed. */
    private static void whileFilesChange(ThrowingRunnable assertion) {
        await().atMost(LIMIT)
                .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .untilAsserted(assertion);
    }

    private static CommandResult importing(Path data, Path chat) {
        return CommandResult.of(
                "import", "--data-dir", data.toString(), "--format", "jsonl", "--wait", chat.toString());
    }

    private static List<String> rows(DevProcess dev, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + dev.layout().sessions());
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                StringBuilder row = new StringBuilder(result.getString(1));
                for (int i = 2; i <= result.getMetaData().getColumnCount(); i++) {
                    row.append('|').append(result.getString(i));
                }
                rows.add(row.toString());
            }
        }
        return rows;
    }

    private static List<Path> filesWithCanaries(Path data) {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(file -> !file.startsWith(data.resolve("kafka")))
                    .filter(Files::isRegularFile)
                    .filter(ErasureIT::hasCanary)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** True if the bytes of the file contain the word, decompressed if it is a segment. */
    private static boolean hasCanary(Path file) {
        try (InputStream in = Files.newInputStream(file);
                InputStream content = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in) {
            return new String(content.readAllBytes(), StandardCharsets.ISO_8859_1)
                    .toLowerCase(Locale.ROOT)
                    .contains(CanaryChat.CANARY);
        } catch (IOException e) {
            // A file that was just removed or replaced; whoever asks looks again.
            return true;
        }
    }
}
