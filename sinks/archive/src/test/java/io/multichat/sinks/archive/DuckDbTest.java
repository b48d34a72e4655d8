package io.multichat.sinks.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.Placement;
import io.multichat.sinks.archive.testing.Chat;
import io.multichat.sinks.archive.testing.TestArchive;
import io.multichat.sinks.archive.testing.Worker;
import io.multichat.sinks.core.testing.SinkRecords;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The DuckDB query of the README, run by DuckDB on an archive. */
class DuckDbTest {
    private static final Path README = Path.of("..", "..", "README.md");
    private static final String COMMAND = "duckdb -c \"";
    private static final Conversation CONVERSATION = Conversation.of("duck", "b");

    @TempDir
    Path root;

    @Test
    void countsMessagesBySenderEvenIfKeysDifferOnlyByCase() throws Exception {
        TestArchive archive = new TestArchive(root);
        Worker worker = archive.worker().assignAll();
        add(archive, 0, "{\"Team\":\"x\",\"team\":\"y\"}");
        add(archive, 1, "{\"TEAM\":7}");
        worker.poll(10);
        worker.stop();

        assertThat(answer(query().replace("data/archive", root.toString()))).isEqualTo(Map.of("u1", 2L));
    }

    private static String query() throws IOException {
        String line = Files.readAllLines(README).stream()
                .filter(each -> each.startsWith(COMMAND))
                .findFirst()
                .orElseThrow();
        return line.substring(COMMAND.length(), line.lastIndexOf('"'));
    }

    private static Map<String, Long> answer(String query) throws SQLException {
        Map<String, Long> rows = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                rows.put(row.getString(1), row.getLong(2));
            }
        }
        return rows;
    }

    private static void add(TestArchive archive, int offset, String attributes) {
        byte[] value = ("{\"platform\":\"duck\",\"channel\":\"b\",\"messageId\":\"m" + offset
                        + "\",\"sender\":{\"id\":\"u1\"},\"sentAt\":\"2025-03-06T10:00:01Z\",\"attributes\":"
                        + attributes
                        + "}")
                .getBytes(StandardCharsets.UTF_8);
        SinkRecords.At at = new SinkRecords.At(TestArchive.TRANSCRIPT.partition(), offset);
        archive.add(SinkRecords.transcript(
                at, CONVERSATION, value, new Placement(Optional.empty(), Chat.NOON, 0, EventType.MESSAGE_CREATED)));
    }
}
