package io.multichat.sinks.sqlite.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.Conversation;
import io.multichat.events.SessionSnapshot;
import io.multichat.sinks.sqlite.testing.Chat;
import io.multichat.sinks.sqlite.testing.RunningTask;
import io.multichat.sinks.sqlite.testing.Snapshots;
import io.multichat.sinks.sqlite.testing.StoreFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SnapshotTableTest {
    private final StoreFile file = new StoreFile();

    @AfterEach
    void remove() {
        file.close();
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
}
