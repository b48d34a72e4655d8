package io.multichat.sinks.sqlite.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.sinks.sqlite.testing.Chat;
import io.multichat.sinks.sqlite.testing.RunningTask;
import io.multichat.sinks.sqlite.testing.SessionContents;
import io.multichat.sinks.sqlite.testing.Snapshots;
import io.multichat.sinks.sqlite.testing.StoreFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionMessagesTest {
    private static final SessionStatus CLOSED = SessionStatus.closed(999, SessionStatus.ClosedBy.END);

    private final StoreFile file = new StoreFile();
    private final RunningTask task = RunningTask.on(file.path());
    private final SessionContents messages = new SessionContents(file, task);

    @BeforeEach
    void fiveMessages() {
        task.put(
                SessionContents.message(10),
                SessionContents.message(20),
                SessionContents.message(30),
                SessionContents.message(40),
                SessionContents.message(50));
    }

    @AfterEach
    void remove() {
        messages.close();
        task.close();
        file.close();
    }

    @Test
    void anOpenSessionReachesBeyondItsSnapshotToTheNextSession() {
        SessionSnapshot open = messages.stored(Snapshots.open(10, 20, 2));
        messages.stored(Snapshots.open(40, 50, 2));

        assertThat(messages.read(open)).contains(List.of("m10", "m20", "m30"));
        assertThat(messages.view(open)).containsExactly("m10", "m20", "m30");
    }

    @Test
    void theLastOpenSessionHasNoEnd() {
        SessionSnapshot open = messages.stored(Snapshots.open(30, 30, 1));

        assertThat(messages.read(open)).contains(List.of("m30", "m40", "m50"));
        assertThat(messages.view(open)).containsExactly("m30", "m40", "m50");
    }

    @Test
    void aClosedSessionEndsWithItsLastMessage() {
        SessionSnapshot closed =
                messages.stored(Snapshots.session(Snapshots.id(20), CLOSED, new SessionSnapshot.Span(20, 30), 2, 1));

        assertThat(messages.read(closed)).contains(List.of("m20", "m30"));
        assertThat(messages.view(closed)).containsExactly("m20", "m30");
    }

    @Test
    void aMergedSessionHasNoMessagesOfItsOwnAndDoesNotCutItsSurvivor() {
        SessionSnapshot survivor = messages.stored(Snapshots.open(10, 20, 2));
        SessionSnapshot merged = messages.stored(Snapshots.session(
                Snapshots.id(40),
                SessionStatus.mergedInto(survivor.sessionId()),
                new SessionSnapshot.Span(40, 50),
                2,
                2));

        assertThat(messages.read(survivor)).contains(List.of("m10", "m20", "m30", "m40", "m50"));
        assertThat(messages.view(survivor)).hasSize(5);
        assertThat(messages.view(merged)).isEmpty();
    }

    @Test
    void nothingIsReturnedWhileMessagesThatTheSnapshotCountsAreMissing() {
        SessionSnapshot session = messages.stored(Snapshots.open(10, 30, 4));
        // Messages after the interval do not make up for the missing one.
        assertThat(messages.read(session)).isEmpty();

        task.put(SessionContents.message(25));

        assertThat(messages.read(session)).isPresent();
    }

    @Test
    void aMessageOfWhichOnlyAnEditHasArrivedIsMissing() {
        SessionSnapshot session = messages.stored(Snapshots.open(10, 30, 4));
        task.put(Chat.edited(99, "late", 25, 60, "edited"));
        assertThat(messages.read(session)).isEmpty();
        assertThat(messages.view(session)).doesNotContain("late");

        task.put(Chat.created(25, "late", 25, "created"));

        assertThat(messages.read(session)).contains(List.of("m10", "m20", "late", "m30", "m40", "m50"));
    }

    @Test
    void aCompleteSessionIsCountedAgainInAReplacedFile() throws IOException {
        SessionSnapshot session = messages.stored(Snapshots.open(10, 30, 3));
        assertThat(messages.read(session)).isPresent();
        task.close();

        Files.delete(file.path());
        try (RunningTask replaced = RunningTask.on(file.path())) {
            replaced.put(SessionContents.message(10));
        }

        assertThat(messages.read(session)).isEmpty();
    }
}
