package io.multichat.sinks.sqlite.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.Conversation;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.sinks.sqlite.testing.Chat;
import io.multichat.sinks.sqlite.testing.RunningTask;
import io.multichat.sinks.sqlite.testing.Snapshots;
import io.multichat.sinks.sqlite.testing.StoreFile;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SnapshotTableTest {
    private final StoreFile file = new StoreFile();

    @AfterEach
    void remove() {
        file.close();
    }

    @Test
    void ofTenVersionsInABatchOnlyTheNewestIsWritten() throws SQLException {
        try (RunningTask task = RunningTask.on(file.path())) {
            task.put(Chat.created(0, "m", 10, "text"));
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.path())) {
            SnapshotTable table = new SnapshotTable(connection);
            for (long version : new long[] {1, 2, 3, 4, 5, 10, 6, 7, 8, 9}) {
                table.add(
                        1,
                        Snapshots.session(
                                Snapshots.id(10),
                                SessionStatus.OPEN,
                                new SessionSnapshot.Span(10, 20),
                                version,
                                version));
            }
            long before = changes(connection);

            table.flush();

            assertThat(changes(connection) - before).isEqualTo(1);
        }
        assertThat(file.rows("SELECT version, messages FROM sessions")).containsExactly("10|10");
    }

    @Test
    void aSnapshotNeverMovesASessionToAnotherConversation() {
        SessionSnapshot first = Snapshots.open(10, 20, 5);
        SessionSnapshot strange = new SessionSnapshot(
                first.sessionId(),
                Conversation.of("slack", "another"),
                first.status(),
                first.span(),
                first.counts(),
                "x",
                "y",
                first.gap(),
                new SessionSnapshot.Version(9, 9));

        try (RunningTask task = RunningTask.on(file.path())) {
            task.put(Snapshots.record(0, first), Snapshots.record(1, strange));
        }

        assertThat(file.rows("SELECT c.key, s.first_message_id, s.generation FROM sessions AS s"
                        + " JOIN conversations AS c ON c.id = s.conversation_id"))
                .containsExactly(Chat.GENERAL.key() + "|first|0");
    }

    private static long changes(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT total_changes()")) {
            return result.getLong(1);
        }
    }
}
