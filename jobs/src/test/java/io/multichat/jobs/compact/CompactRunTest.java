package io.multichat.jobs.compact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.SessionStatus;
import io.multichat.events.codec.EventDecoder;
import io.multichat.jobs.client.ArchiveAccess;
import io.multichat.jobs.client.ArchiveUnavailableException;
import io.multichat.jobs.testing.ArchivedChat;
import io.multichat.jobs.testing.Chat;
import io.multichat.sinks.archive.compact.CompactionReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactRunTest {
    private static final Duration GRACE = Duration.ofHours(1);

    @TempDir
    Path folder;

    @Test
    void segmentsAreMergedAndHoldTheSameEvents() throws IOException {
        writeThreeSegments();
        ArchiveAccess archive = new ArchiveAccess(folder);
        List<String> before = events(archive);

        CompactionReport report = new CompactRun(archive, GRACE).run();

        assertThat(report).isEqualTo(new CompactionReport(3, 1, 0, 0, 0));
        assertThat(events(archive)).hasSize(3).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void aDamagedSegmentFailsTheCompaction() throws IOException {
        writeThreeSegments();
        Files.write(segments("transcript").get(0), new byte[] {1, 2, 3});

        assertThatThrownBy(() -> new CompactRun(new ArchiveAccess(folder), GRACE).run())
                .isInstanceOf(CompactException.class)
                .hasMessageContaining("the archive is damaged");
    }

    @Test
    void aMissingSegmentIsNamedAndOtherPartitionsAreCompacted() throws IOException {
        writeThreeSegments();
        try (ArchivedChat chat = new ArchivedChat(folder)) {
            ChatEvent first = Chat.message(Conversation.of("irc", "#a"), "m0", 1_000L);
            for (int version = 1; version <= 3; version++) {
                chat.announced(Chat.session(first, SessionStatus.OPEN, Chat.span(1_000, 1_002), 3, version));
            }
        }
        Path sessions = segments("sessions").get(0);
        Files.delete(sessions);

        assertThatThrownBy(() -> new CompactRun(new ArchiveAccess(folder), GRACE).run())
                .isInstanceOf(CompactException.class)
                .hasMessageContaining("the archive is damaged: " + sessions + " is missing")
                .hasMessageContaining("restore the file from a backup");
        assertThat(segments("transcript")).hasSize(1);
    }

    @Test
    void aMissingArchiveIsNotCreated() {
        Path missing = folder.resolve("missing");

        assertThatThrownBy(() -> new CompactRun(new ArchiveAccess(missing), GRACE).run())
                .isInstanceOf(ArchiveUnavailableException.class)
                .hasMessageContaining("no archive at " + missing);
        assertThat(missing).doesNotExist();
    }

    private void writeThreeSegments() {
        try (ArchivedChat chat = new ArchivedChat(folder)) {
            for (int i = 0; i < 3; i++) {
                chat.message(Conversation.of("irc", "#a"), "m" + i, 1_000L + i, 0);
            }
        }
    }

    private List<Path> segments(String kind) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(kind))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static List<String> events(ArchiveAccess archive) throws IOException {
        List<String> events = new ArrayList<>();
        archive.reader().forEachEvent(0, 10_000, line -> events.add(messageId(line.event()) + "@" + line.offset()));
        return events;
    }

    private static String messageId(byte[] event) {
        return new EventDecoder().decode(event).messageId().orElseThrow();
    }
}
