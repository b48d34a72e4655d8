package io.multichat.sinks.archive.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.ChatEvent;
import io.multichat.events.Content;
import io.multichat.events.EventType;
import io.multichat.events.MessagePosition;
import io.multichat.events.Placement;
import io.multichat.events.Sender;
import io.multichat.events.versions.Revision;
import io.multichat.reading.details.MessageDetails;
import io.multichat.reading.details.Reaction;
import io.multichat.reading.details.Versions;
import io.multichat.sinks.archive.testing.Chat;
import io.multichat.sinks.archive.testing.MemoryFolder;
import io.multichat.sinks.archive.testing.TestArchive;
import io.multichat.sinks.archive.testing.Worker;
import io.multichat.sinks.core.testing.SinkRecords;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchivedDetailsTest {
    private static final List<MessagePosition> FIRST = List.of(new MessagePosition(Chat.NOON, 0, "m0-0"));

    @TempDir(factory = MemoryFolder.class)
    private Path root;

    private TestArchive archive;

    @BeforeEach
    void aMessage() {
        archive = new TestArchive(root);
        Chat.message(archive, TestArchive.TRANSCRIPT, Chat.NOON, "first");
    }

    @Test
    void aReactionIsFoundInWhateverDayItWasMade() {
        event(1, EventType.REACTION_ADDED, Chat.NOON + 40 * Chat.DAY);
        Chat.message(archive, TestArchive.TRANSCRIPT, Chat.NOON + Chat.DAY, "another");

        assertThat(details().reactions(Chat.GENERAL, FIRST))
                .contains(Map.of("m0-0", List.of(new Reaction("+1", 1, List.of(Sender.user("bob"))))));
    }

    @Test
    void aRemovedReactionIsGone() {
        event(1, EventType.REACTION_REMOVED, Chat.NOON + 2 * Chat.DAY);
        event(2, EventType.REACTION_ADDED, Chat.NOON + Chat.DAY);

        assertThat(details().reactions(Chat.GENERAL, FIRST)).contains(Map.of());
    }

    @Test
    void versionsAreTheCreationAndEveryEditOldestFirst() {
        event(1, EventType.MESSAGE_EDITED, Chat.NOON + Chat.DAY + 2);
        event(2, EventType.MESSAGE_EDITED, Chat.NOON + Chat.DAY + 1);

        Versions versions =
                details().versions(Chat.GENERAL, FIRST).orElseThrow().get("m0-0");

        assertThat(versions.complete()).isTrue();
        assertThat(versions.versions())
                .extracting(Revision::at)
                .containsExactly(0L, Chat.NOON + Chat.DAY + 1, Chat.NOON + Chat.DAY + 2);
    }

    /** Appends an event about the first message. */
    private void event(long offset, EventType type, long at) {
        ChatEvent event = new ChatEvent(
                type,
                Chat.GENERAL,
                Optional.of("m0-0"),
                Optional.of(Sender.user("bob")),
                at,
                OptionalLong.empty(),
                Optional.empty(),
                Content.of(Optional.empty(), Optional.of("+1"), Optional.empty(), Optional.empty(), Optional.empty()));
        long placed = type == EventType.MESSAGE_EDITED ? Chat.NOON : at;
        archive.add(SinkRecords.transcript(
                new SinkRecords.At(0, offset), event, new Placement(Optional.empty(), placed, offset, type)));
    }

    private MessageDetails details() {
        Worker worker = archive.worker().assignAll();
        worker.poll(100);
        worker.stop();
        return new ArchiveSessionReader(root).details().orElseThrow();
    }
}
