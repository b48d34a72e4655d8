package io.multichat.jobs.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.formats.write.WriteOptions;
import io.multichat.jobs.export.stage.ExportSelection;
import io.multichat.jobs.testing.ArchivedChat;
import io.multichat.jobs.testing.Chat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events that are not messages, and conversations that belong to others. */
class NothingIsLostTest {
    private static final Conversation CHANNEL = Conversation.of("slack", "general");
    private static final Conversation THREAD = Conversation.of("slack", "general", "t1");
    private static final long HOUR = 3_600_000L;
    private static final long T = 1_700_000_000_000L;

    @TempDir
    Path folder;

    private ExportBench bench;

    @BeforeEach
    void open() {
        bench = new ExportBench(folder);
    }

    @Test
    void aReactionIsBesideItsMessageEvenIfItWasMadeLongAfterTheSession() throws IOException {
        try (ArchivedChat chat = new ArchivedChat(bench.archive())) {
            SomeChat.session(chat, CHANNEL, "a", T);
            SomeChat.session(chat, CHANNEL, "b", T + HOUR);
            SomeChat.other(chat, EventType.REACTION_ADDED, "a", T + 9 * HOUR);
        }

        List<JsonNode> lines = bench.export("slack/general", T, T + 1);

        assertThat(SomeChat.kinds(lines)).containsExactly("session", "a", "reaction.added", "complete");
    }

    @Test
    void aReactionToAMessageThatIsNotExportedStaysInItsSession() throws IOException {
        try (ArchivedChat chat = new ArchivedChat(bench.archive())) {
            SomeChat.session(chat, CHANNEL, "a", T);
            SomeChat.other(chat, EventType.REACTION_ADDED, "unknown", T);
        }

        assertThat(SomeChat.kinds(bench.export("slack/general", 0, Long.MAX_VALUE)))
                .containsExactly("session", "a", "reaction.added", "complete");
    }

    @Test
    void joinsOutsideOfSessionsBelongToTheOneBeforeThemOrElseToTheFirst() throws IOException {
        try (ArchivedChat chat = new ArchivedChat(bench.archive())) {
            SomeChat.session(chat, CHANNEL, "a", T);
            SomeChat.session(chat, CHANNEL, "b", T + 5 * HOUR);
            SomeChat.other(chat, EventType.PARTICIPANT_JOINED, "early", T - HOUR);
            SomeChat.other(chat, EventType.PARTICIPANT_LEFT, "between", T + HOUR);
            SomeChat.other(chat, EventType.PARTICIPANT_LEFT, "late", T + 9 * HOUR);
        }

        assertThat(SomeChat.kinds(bench.export("slack/general", 0, Long.MAX_VALUE)))
                .containsExactly(
                        "session",
                        "participant.joined",
                        "a",
                        "participant.left",
                        "session",
                        "b",
                        "participant.left",
                        "complete");
        assertThat(SomeChat.kinds(bench.export("slack/general", T + 5 * HOUR, Long.MAX_VALUE)))
                .containsExactly("session", "b", "participant.left", "complete");
    }

    @Test
    void earlierVersionsAreExportedOnRequest() throws IOException {
        try (ArchivedChat chat = new ArchivedChat(bench.archive())) {
            chat.accepted(Chat.revision(EventType.MESSAGE_EDITED, CHANNEL, "a", T + 50), T, 9);
            SomeChat.session(chat, CHANNEL, "a", T);
            chat.accepted(Chat.revision(EventType.MESSAGE_EDITED, CHANNEL, "a", T + 20), T, 8);
        }

        bench.run(ExportSelection.EVERYTHING, new WriteOptions(Optional.empty(), true));

        assertThat(bench.lines().get(1).path("versions").findValuesAsText("text"))
                .containsExactly("text of a", "revised at " + (T + 20), "revised at " + (T + 50));
    }

    @Test
    void theEndOfASessionFollowsItsMessages() throws IOException {
        try (ArchivedChat chat = new ArchivedChat(bench.archive())) {
            SomeChat.other(chat, EventType.SESSION_ENDED, "end", T);
            SomeChat.session(chat, CHANNEL, "a", T);
        }

        assertThat(SomeChat.kinds(bench.export("slack/general", 0, Long.MAX_VALUE)))
                .containsExactly("session", "a", "session.ended", "complete");
    }
}
