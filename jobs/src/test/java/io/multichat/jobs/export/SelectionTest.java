package io.multichat.jobs.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.formats.write.WriteOptions;
import io.multichat.jobs.export.stage.ConversationPattern;
import io.multichat.jobs.export.stage.ExportSelection;
import io.multichat.jobs.testing.ArchivedChat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which sessions an export takes. */
class SelectionTest {
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
    void aChannelIsExportedWithItsThreadsAndAThreadAlone() throws IOException {
        try (ArchivedChat chat = new ArchivedChat(bench.archive())) {
            SomeChat.session(chat, CHANNEL, "a", T);
            SomeChat.session(chat, THREAD, "reply", T + 1);
            SomeChat.session(chat, Conversation.of("irc", "general"), "other", T);
        }

        assertThat(ExportBench.messageIds(bench.export("slack/general", 0, Long.MAX_VALUE)))
                .containsExactly("a", "reply");
        assertThat(ExportBench.messageIds(bench.export("slack/general/t1", 0, Long.MAX_VALUE)))
                .containsExactly("reply");
        assertThat(ExportBench.messageIds(bench.export("* gen*", 0, Long.MAX_VALUE)))
                .containsExactlyInAnyOrder("a", "other", "reply");
    }

    @Test
    void sessionsAreSelectedByTheirMessages() throws IOException {
        try (ArchivedChat chat = new ArchivedChat(bench.archive())) {
            SomeChat.session(chat, CHANNEL, "a", T);
            SomeChat.session(chat, CHANNEL, "Needle", T + 5 * HOUR);
        }

        bench.run(selection(List.of(), Set.of("ada"), Optional.of("OF needle")), WriteOptions.DEFAULTS);
        assertThat(ExportBench.messageIds(bench.lines())).containsExactly("Needle");
        bench.run(selection(List.of(), Set.of("bob"), Optional.empty()), WriteOptions.DEFAULTS);
        assertThat(ExportBench.messageIds(bench.lines())).isEmpty();
    }

    @Test
    void aReactionToAMessageThatIsNotSelectedRemainsAnEvent() throws IOException {
        try (ArchivedChat chat = new ArchivedChat(bench.archive())) {
            SomeChat.session(chat, CHANNEL, "a", T);
            SomeChat.session(chat, CHANNEL, "Needle", T + 5 * HOUR);
            SomeChat.other(chat, EventType.REACTION_ADDED, "a", T + 5 * HOUR);
        }

        ExportReport report =
                bench.run(selection(List.of(), Set.of("ada"), Optional.of("needle")), WriteOptions.DEFAULTS);

        assertThat(SomeChat.kinds(bench.lines())).contains("Needle", "reaction.added");
        assertThat(report.events()).isEqualTo(1);
    }

    private static ExportSelection selection(
            List<ConversationPattern> conversations, Set<String> participants, Optional<String> text) {
        return new ExportSelection(Set.of(), conversations, participants, text, Set.of(), ExportSelection.Range.ALL);
    }
}
