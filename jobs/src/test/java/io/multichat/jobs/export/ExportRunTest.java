package io.multichat.jobs.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.jobs.testing.ArchivedChat;
import io.multichat.jobs.testing.Chat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportRunTest {
    private static final Conversation CHANNEL = Conversation.of("irc", "#a\"/\n\u0000");
    private static final Conversation OTHER = Conversation.of("slack", "general", "7");
    private static final long DAY = 86_400_000L;
    private static final long T = 20_000 * DAY;

    @TempDir
    Path folder;

    private ExportBench bench;

    @BeforeEach
    void open() {
        bench = new ExportBench(folder);
    }

    @Test
    void aSessionIsFollowedByItsMessagesInOrder() throws IOException {
        try (ArchivedChat chat = new ArchivedChat(bench.archive())) {
            chat.message(CHANNEL, "last", T + 9, 0);
            chat.message(CHANNEL, "b", T + 5, 1);
            chat.message(CHANNEL, "a", T + 5, 2);
            chat.message(CHANNEL, "Z", T + 5, 2);
            chat.message(CHANNEL, "first", T, 3);
            chat.announced(session(CHANNEL, "first", Chat.span(T, T + 9), 5, 1));
        }

        List<JsonNode> lines = bench.export(Optional.empty(), 0, Long.MAX_VALUE);

        assertThat(lines)
                .extracting(line -> line.path("kind").asText())
                .startsWith("session")
                .endsWith("complete");
        assertThat(ExportBench.messageIds(lines)).containsExactly("first", "b", "Z", "a", "last");
        assertThat(lines.get(6).path("sessions").asInt()).isEqualTo(1);
        assertThat(lines.get(6).path("messages").asInt()).isEqualTo(5);
        assertThat(lines.get(1).path("sessionId"))
                .isEqualTo(lines.get(0).path("session").path("sessionId"));
    }

    @Test
    void eachMessageIsShownInItsNewestVersionAtThePositionOfItsCreation() throws IOException {
        try (ArchivedChat chat = new ArchivedChat(bench.archive())) {
            chat.accepted(Chat.revision(EventType.MESSAGE_EDITED, CHANNEL, "a", T + 70), T, 99);
            chat.message(CHANNEL, "a", T, 1);
            // Created a second time: the lower position applies.
            chat.message(CHANNEL, "a", T, 3);
            chat.accepted(Chat.revision(EventType.MESSAGE_EDITED, CHANNEL, "a", T + 50), T, 98);
            chat.message(CHANNEL, "b", T, 2);
            chat.accepted(Chat.revision(EventType.MESSAGE_DELETED, CHANNEL, "b", T + 20), T, 97);
            chat.accepted(Chat.revision(EventType.MESSAGE_EDITED, CHANNEL, "b", T + 80), T, 96);
            chat.accepted(Chat.revision(EventType.REACTION_ADDED, CHANNEL, "a", T), T, 95);
            chat.announced(session(CHANNEL, "a", Chat.span(T, T), 2, 1));
        }

        List<JsonNode> lines = bench.export(Optional.empty(), 0, Long.MAX_VALUE);

        assertThat(lines).hasSize(5);
        assertThat(lines.get(1).at("/event/text").asText()).isEqualTo("revised at " + (T + 70));
        assertThat(lines.get(1).path("order").asInt()).isEqualTo(1);
        assertThat(lines.get(2).at("/event/type").asText()).isEqualTo("reaction.added");
        assertThat(lines.get(3).path("deleted").asBoolean()).isTrue();
    }

    @Test
    void sessionsThatOverlapTheRangeAreExportedWhole() throws IOException {
        try (ArchivedChat chat = new ArchivedChat(bench.archive())) {
            for (int hour = 0; hour < 4; hour++) {
                long at = T + hour * 3_600_000L;
                chat.message(CHANNEL, "start" + hour, at, 0);
                chat.message(CHANNEL, "end" + hour, at + 1_000, 0);
                chat.announced(session(CHANNEL, "start" + hour, Chat.span(at, at + 1_000), 2, 1));
            }
            // A long session makes the export read the whole day, and ignore the messages of sessions outside
            // the range.
            chat.message(OTHER, "all day", T, 0);
            chat.message(OTHER, "all night", T + DAY, 0);
            chat.announced(session(OTHER, "all day", Chat.span(T, T + DAY), 2, 1));
        }

        List<JsonNode> lines = bench.export(Optional.empty(), T + 3_600_000L + 1_000, T + 3 * 3_600_000L);

        assertThat(ExportBench.messageIds(lines))
                .containsExactly("all day", "all night", "start1", "end1", "start2", "end2");
    }

    @Test
    void onlyTheRequestedConversationIsExported() throws IOException {
        try (ArchivedChat chat = new ArchivedChat(bench.archive())) {
            for (Conversation conversation : List.of(CHANNEL, OTHER)) {
                chat.message(conversation, "m", T, 0);
                chat.announced(session(conversation, "m", Chat.span(T, T), 1, 1));
            }
        }

        List<JsonNode> lines = bench.export(Optional.of(OTHER), 0, Long.MAX_VALUE);

        assertThat(lines).hasSize(3);
        assertThat(lines.get(0).at("/session/conversation/channel").asText()).isEqualTo("general");
    }

    @Test
    void theMessagesOfAMergedSessionBelongToTheSurvivor() throws IOException {
        try (ArchivedChat chat = new ArchivedChat(bench.archive())) {
            ChatEvent early = Chat.message(CHANNEL, "early", T);
            ChatEvent late = Chat.message(CHANNEL, "late", T + 2 * DAY);
            chat.message(CHANNEL, "late", T + 2 * DAY, 0);
            chat.announced(Chat.session(late, SessionStatus.OPEN, Chat.span(T + 2 * DAY, T + 2 * DAY), 1, 1));
            chat.message(CHANNEL, "early", T, 0);
            SessionSnapshot survivor = Chat.session(early, Chat.closed(T + 3 * DAY), Chat.span(T, T + 2 * DAY), 2, 2);
            chat.announced(survivor);
            chat.announced(Chat.session(
                    late, SessionStatus.mergedInto(survivor.sessionId()), Chat.span(T + 2 * DAY, T + 2 * DAY), 0, 2));
            // A redelivered old snapshot changes nothing.
            chat.announced(Chat.session(early, SessionStatus.OPEN, Chat.span(T, T), 1, 1));
        }

        List<JsonNode> lines = bench.export(Optional.empty(), T + 2 * DAY, T + 2 * DAY + 1);

        assertThat(ExportBench.messageIds(lines)).containsExactly("early", "late");
        assertThat(lines.get(0).at("/session/state").asText()).isEqualTo("closed");
    }

    @Test
    void aSessionWithMissingMessagesIsReported() throws IOException {
        try (ArchivedChat chat = new ArchivedChat(bench.archive())) {
            chat.message(CHANNEL, "m", T, 0);
            chat.announced(session(CHANNEL, "m", Chat.span(T, T + 5), 2, 2));
        }

        ExportReport report = bench.run();

        assertThat(report.differing()).isEqualTo(1);
        assertThat(report.differences().get(0)).contains("has 2 messages, but the source has 1");
    }

    @Test
    void aDamagedArchiveFailsTheExportAndLeavesNoFileBehind() throws IOException {
        try (ArchivedChat chat = new ArchivedChat(bench.archive())) {
            chat.message(CHANNEL, "m", T, 0);
            chat.announced(session(CHANNEL, "m", Chat.span(T, T), 1, 1));
        }
        try (Stream<Path> files = Files.walk(bench.archive().resolve("transcript"))) {
            Path segment = files.filter(Files::isRegularFile).findFirst().orElseThrow();
            Files.write(segment, new byte[] {1, 2, 3});
        }
        Files.writeString(bench.output(), "an earlier export");

        assertThatThrownBy(() -> bench.run())
                .isInstanceOf(ExportException.class)
                .hasMessageContaining("cannot be read completely");
        assertThat(bench.output()).hasContent("an earlier export");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactlyInAnyOrder(bench.archive(), bench.output());
        }
    }

    @Test
    void aMissingSegmentFailsOnlyTheExportsThatNeedIt() throws IOException {
        try (ArchivedChat chat = new ArchivedChat(bench.archive())) {
            for (int day = 0; day < 2; day++) {
                chat.message(CHANNEL, "m" + day, T + day * DAY, 0);
                chat.announced(session(CHANNEL, "m" + day, Chat.span(T + day * DAY, T + day * DAY), 1, 1));
            }
        }
        Path missing;
        try (Stream<Path> files = Files.walk(bench.archive().resolve("transcript"))) {
            missing = files.filter(Files::isRegularFile).sorted().toList().get(1);
        }
        Files.delete(missing);

        assertThatThrownBy(() -> bench.run())
                .isInstanceOf(ExportException.class)
                .hasMessageContaining("cannot be read completely: " + missing + " is missing")
                .hasMessageContaining("restore the file from a backup");
        assertThat(ExportBench.messageIds(bench.export(Optional.empty(), T, T + 1)))
                .containsExactly("m0");
    }

    private static SessionSnapshot session(
            Conversation conversation, String first, SessionSnapshot.Span span, long messages, long version) {
        ChatEvent message = Chat.message(conversation, first, span.startedAt());
        return Chat.session(message, Chat.closed(span.lastMessageAt() + 1), span, messages, version);
    }
}
