package io.multichat.sinks.sqlite.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.sinks.sqlite.testing.Chat;
import io.multichat.sinks.sqlite.testing.RunningTask;
import io.multichat.sinks.sqlite.testing.Snapshots;
import io.multichat.sinks.sqlite.testing.StoreFile;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final String SHOWN = "SELECT message_id, sent_at, ordering, sender_id, text, edited_at, deleted_at,"
            + " event ->> 'type', original ->> 'text' FROM messages ORDER BY message_id";

    private final StoreFile file = new StoreFile();

    @AfterEach
    void remove() {
        file.close();
    }

    @Test
    void anEditShowsItsTextAndTheOriginalIsKept() {
        try (RunningTask task = RunningTask.on(file.path())) {
            task.put(Chat.created(0, "m", 1_000, "helo"));
            task.put(Chat.edited(1, "m", 1_000, 2_000, "hello"));
        }

        assertThat(file.rows(SHOWN)).containsExactly("m|1000|0|ada|hello|2000|null|message.edited|helo");
    }

    @Test
    void anEditBeforeItsCreationWaitsInARowThatTheCreationCompletes() {
        try (RunningTask task = RunningTask.on(file.path())) {
            task.put(Chat.edited(1, "m", 1_000, 2_000, "hello"));
            assertThat(file.rows(SHOWN)).containsExactly("m|1000|null|null|hello|2000|null|message.edited|null");

            task.put(Chat.created(7, "m", 1_000, "helo"));
        }

        assertThat(file.rows(SHOWN)).containsExactly("m|1000|7|ada|hello|2000|null|message.edited|helo");
    }

    @Test
    void aDeleteHidesTheTextEvenFromALaterEdit() {
        try (RunningTask task = RunningTask.on(file.path())) {
            task.put(Chat.created(0, "m", 1_000, "secret"), Chat.deleted(1, "m", 1_000, 2_000));
            task.put(Chat.edited(2, "m", 1_000, 3_000, "again"));
        }

        assertThat(file.rows(SHOWN)).containsExactly("m|1000|0|ada|null|3000|2000|message.deleted|secret");
    }

    @Test
    void everyRevisionIsKeptOnce() {
        try (RunningTask task = RunningTask.on(file.path())) {
            task.put(
                    Chat.created(0, "m", 1_000, "a"),
                    Chat.edited(1, "m", 1_000, 3_000, "c"),
                    Chat.edited(2, "m", 1_000, 2_000, "b"),
                    Chat.deleted(3, "m", 1_000, 4_000));
            task.put(Chat.edited(2, "m", 1_000, 2_000, "b"), Chat.deleted(3, "m", 1_000, 4_000));
        }

        assertThat(file.rows("SELECT rank, revised_at, event ->> 'text' FROM message_revisions"))
                .containsExactly("1|2000|b", "1|3000|c", "2|4000|null");
    }

    @Test
    void aReactionIsAnEventAndNotAMessage() {
        try (RunningTask task = RunningTask.on(file.path())) {
            task.put(Chat.reaction(0, "m", 1_000, "\uD83D\uDC4D"), Chat.reaction(0, "m", 1_000, "\uD83D\uDC4D"));
        }

        assertThat(file.rows("SELECT type, sent_at, message_id, sender_id, role, emoji FROM events"))
                .containsExactly("reaction.added|1000|m|bob|user|\uD83D\uDC4D");
        assertThat(file.rows(SHOWN)).isEmpty();
    }

    @Test
    void aConversationIsStoredWithItsHashAndParts() {
        try (RunningTask task = RunningTask.on(file.path())) {
            task.put(Chat.created(0, "m", 1_000, "a"), Chat.created(1, "n", 1_000, "b"));
        }

        assertThat(file.rows("SELECT key, hash, platform, channel, thread FROM conversations"))
                .containsExactly("slack/general|" + Snapshots.id(0).low() + "|slack|general|null");
    }

    @Test
    void anEndIsKeptOnceWithTheBoundaryThatItSet() {
        try (RunningTask task = RunningTask.on(file.path())) {
            task.put(
                    Chat.ended(0, 1_000, OptionalLong.of(1_500)),
                    Chat.ended(1, 1_001, OptionalLong.empty()),
                    Chat.ended(0, 1_000, OptionalLong.of(1_500)));
        }

        assertThat(file.rows("SELECT type, sent_at FROM events ORDER BY sent_at"))
                .containsExactly("session.ended|1000", "session.ended|1001");
        assertThat(file.rows("SELECT key, boundary_at FROM boundaries JOIN conversations ON id = conversation_id"))
                .containsExactly("slack/general|1500");
    }
}
