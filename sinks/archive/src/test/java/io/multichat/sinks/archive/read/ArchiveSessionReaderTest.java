package io.multichat.sinks.archive.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.events.hash.ConversationHash;
import io.multichat.reading.MessagePage;
import io.multichat.reading.PageRequest;
import io.multichat.reading.SessionFilter;
import io.multichat.reading.StoreException;
import io.multichat.reading.StoredMessage;
import io.multichat.sinks.archive.files.ArchiveKind;
import io.multichat.sinks.archive.testing.Chat;
import io.multichat.sinks.archive.testing.MemoryFolder;
import io.multichat.sinks.archive.testing.TestArchive;
import io.multichat.sinks.archive.testing.Worker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reader answers about single sessions, and when it gives no answer. */
class ArchiveSessionReaderTest {
    private static final PageRequest ALL = new PageRequest(Optional.empty(), 100, PageRequest.Direction.FORWARD);

    @TempDir(factory = MemoryFolder.class)
    private Path root;

    private TestArchive archive;
    private ArchiveSessionReader reader;

    @BeforeEach
    void anArchive() {
        archive = new TestArchive(root);
        reader = new ArchiveSessionReader(root);
    }

    @Test
    void anArchiveWithoutAFolderGivesNoAnswer() {
        reader = new ArchiveSessionReader(root.resolve("nowhere"));
        SessionSnapshot session = session(Chat.NOON, Chat.NOON, 1, SessionStatus.OPEN);

        assertThat(reader.name()).isEqualTo("archive");
        assertThat(reader.session(session.sessionId())).isEmpty();
        assertThat(reader.messages(session, ALL)).isEmpty();
        assertThat(reader.sessions(SessionFilter.ALL, Optional.empty(), 10)).isEmpty();
    }

    @Test
    void theIdOfAMergedSessionStandsForTheOneThatContainsItsT0EvenOneThatBeganDaysBefore() {
        SessionSnapshot survivor = session(Chat.NOON - 3 * Chat.DAY, Chat.NOON + 5, 2, SessionStatus.OPEN);
        Chat.snapshot(archive, TestArchive.SESSIONS, survivor);
        SessionSnapshot gone = session(Chat.NOON, Chat.NOON + 5, 1, SessionStatus.mergedInto(survivor.sessionId()));
        Chat.snapshot(archive, TestArchive.SESSIONS, gone);
        archiveAll();

        assertThat(reader.session(gone.sessionId())).contains(survivor);
        assertThat(reader.session(SessionId.of(Chat.NOON + 5, Chat.GENERAL.hash())))
                .isEmpty();
        assertThat(reader.session(SessionId.of(Chat.NOON + 6, Chat.GENERAL.hash())))
                .isEmpty();
        assertThat(reader.session(SessionId.of(Chat.NOON, ConversationHash.of("slack/other"))))
                .isEmpty();
    }

    @Test
    void aSessionWithMissingMessagesIsNotAnswered() {
        Chat.message(archive, TestArchive.TRANSCRIPT, Chat.NOON, "first");
        Chat.message(archive, TestArchive.TRANSCRIPT, Chat.NOON + Chat.DAY, "of the next session");
        archiveAll();

        SessionSnapshot session = session(Chat.NOON, Chat.NOON + 1, 2, SessionStatus.OPEN);

        assertThat(reader.messages(session, ALL)).isEmpty();
    }

    @Test
    void anOpenSessionHasTheMessagesUpToTheNextSession() {
        SessionSnapshot open = session(Chat.NOON, Chat.NOON, 1, SessionStatus.OPEN);
        Chat.message(archive, TestArchive.TRANSCRIPT, Chat.NOON, "announced");
        Chat.message(archive, TestArchive.TRANSCRIPT, Chat.NOON + 7, "not announced yet");
        Chat.message(archive, TestArchive.TRANSCRIPT, Chat.NOON + Chat.DAY, "of the next session");
        archiveAll();
        assertThat(texts(open)).isEqualTo(3);

        Chat.snapshot(
                archive,
                TestArchive.SESSIONS,
                session(Chat.NOON + Chat.DAY, Chat.NOON + Chat.DAY, 1, SessionStatus.OPEN));
        archiveAll();

        assertThat(texts(open)).isEqualTo(2);
    }

    @Test
    void withTwoCreationsTheGreaterRevisionIsShownAtTheEarlierPosition() {
        SessionSnapshot session =
                session(Chat.NOON, Chat.NOON + 9, 1, SessionStatus.closed(Chat.NOON + 10, SessionStatus.ClosedBy.IDLE));
        Chat.message(archive, TestArchive.TRANSCRIPT, Chat.NOON + 9, "zz greater");
        archive.add(Chat.again(archive, "m0-0", Chat.NOON + 2, "aa less"));
        Chat.message(archive, TestArchive.TRANSCRIPT, Chat.NOON + 5, "between");
        archiveAll();

        for (PageRequest.Direction direction : PageRequest.Direction.values()) {
            Optional<StoredMessage> first = Optional.empty();
            MessagePage page;
            int seen = 0;
            do {
                page = reader.messages(session, new PageRequest(first.map(StoredMessage::position), 1, direction))
                        .orElseThrow();
                first = Optional.of(page.messages().get(0));
                seen++;
                boolean doubled = first.get().position().messageId().equals("m0-0");
                assertThat(first.get().position().sentAt()).isEqualTo(doubled ? Chat.NOON + 2 : Chat.NOON + 5);
                assertThat(new String(first.get().event())).contains(doubled ? "zz greater" : "between");
            } while (page.more());
            assertThat(seen).isEqualTo(2);
        }
    }

    @Test
    void aDamagedSegmentIsAnErrorRatherThanAnEmptyAnswer() throws IOException {
        Chat.message(archive, TestArchive.TRANSCRIPT, Chat.NOON, "text");
        archiveAll();
        Files.delete(root.resolve(
                archive.segments(ArchiveKind.TRANSCRIPT).get(0).file().path()));

        assertThatThrownBy(() -> texts(session(Chat.NOON, Chat.NOON, 1, SessionStatus.OPEN)))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.verdict()).isEqualTo(StoreException.Verdict.STOP))
                .hasMessageContaining("cannot be read")
                .hasMessageContaining("is missing");
    }

    private int texts(SessionSnapshot session) {
        return reader.messages(session, ALL).orElseThrow().messages().size();
    }

    private void archiveAll() {
        Worker worker = archive.worker().assignAll();
        worker.poll(100);
        worker.stop();
    }

    private static SessionSnapshot session(long start, long end, long messages, SessionStatus status) {
        return new SessionSnapshot(
                SessionId.of(start, Chat.GENERAL.hash()),
                Chat.GENERAL,
                status,
                new SessionSnapshot.Span(start, end),
                new SessionSnapshot.Counts(messages, 0, 0, 0, new SessionSnapshot.Participants(1, false)),
                "m",
                "m",
                Duration.ofMinutes(30),
                new SessionSnapshot.Version(0, 1));
    }
}
