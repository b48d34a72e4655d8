package io.multichat.sinks.sqlite.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.reading.PageRequest;
import io.multichat.reading.StoreException;
import io.multichat.sinks.sqlite.testing.Chat;
import io.multichat.sinks.sqlite.testing.RunningTask;
import io.multichat.sinks.sqlite.testing.Snapshots;
import io.multichat.sinks.sqlite.testing.StoreFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SessionReaderTest {
    private static final PageRequest ALL = new PageRequest(Optional.empty(), 10, PageRequest.Direction.FORWARD);

    private final StoreFile file = new StoreFile();
    private final SqliteSessionReader reader = new SqliteSessionReader(file.path());

    @AfterEach
    void remove() {
        reader.close();
        file.close();
    }

    @Test
    void aFileThatDoesNotExistYetIsAnEmptyStoreAndIsNotMade() {
        assertThat(reader.session(Snapshots.id(10))).isEmpty();
        assertThat(reader.messages(Snapshots.open(10, 20, 1), ALL)).isEmpty();
        assertThat(file.path()).doesNotExist();
    }

    @Test
    void aSessionComesBackAsItWasWritten() {
        SessionSnapshot closed = Snapshots.session(
                Snapshots.id(10),
                SessionStatus.closed(1_800_020, SessionStatus.ClosedBy.IDLE),
                new SessionSnapshot.Span(10, 20),
                3,
                7);
        write(Snapshots.open(10, 20, 3), closed, Snapshots.open(10, 15, 2));

        assertThat(reader.session(closed.sessionId())).contains(closed);
    }

    @Test
    void theIdOfAMergedSessionGivesItsSurvivor() {
        SessionSnapshot survivor = Snapshots.open(10, 40, 5);
        SessionId merged = Snapshots.id(30);
        write(survivor, redirect(merged, Snapshots.id(20)), redirect(Snapshots.id(20), survivor.sessionId()));

        assertThat(reader.session(merged)).contains(survivor);
    }

    @Test
    void anIdWithoutARowGivesTheSessionThatContainsItsInstant() {
        SessionSnapshot session = Snapshots.open(10, 40, 5);
        write(session, Snapshots.open(50, 60, 1));

        assertThat(reader.session(SessionId.of(40, Chat.GENERAL.key(), "any"))).contains(session);
        assertThat(reader.session(SessionId.of(41, Chat.GENERAL.key(), "any"))).isEmpty();
        assertThat(reader.session(SessionId.of(20, "slack/other", "any"))).isEmpty();
    }

    @Test
    void aDeletedSessionIsNotGiven() {
        SessionStatus deleted = new SessionStatus(
                SessionStatus.State.DELETED, Optional.empty(), OptionalLong.empty(), Optional.empty());
        write(Snapshots.session(Snapshots.id(10), deleted, new SessionSnapshot.Span(10, 20), 0, 2));

        assertThat(reader.session(Snapshots.id(10))).isEmpty();
    }

    @Test
    void aFileThatWasReplacedIsReadAnew() throws IOException {
        write(Snapshots.open(10, 40, 5));
        assertThat(reader.session(Snapshots.id(10))).isPresent();

        Files.delete(file.path());

        assertThat(reader.session(Snapshots.id(10))).isEmpty();
        write(Snapshots.open(20, 40, 5));
        assertThat(reader.session(Snapshots.id(20))).isPresent();
        assertThat(reader.session(Snapshots.id(10))).isEmpty();
    }

    @Test
    void aFileThatIsNoDatabaseIsAnErrorThatNamesIt() throws IOException {
        Files.writeString(file.path(), "These are the minutes of a meeting. ".repeat(200));

        assertThatThrownBy(() -> reader.session(Snapshots.id(10)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("sessions.db")
                .hasMessageContaining("not an SQLite database");
    }

    private void write(SessionSnapshot... snapshots) {
        try (RunningTask task = RunningTask.on(file.path())) {
            for (SessionSnapshot snapshot : snapshots) {
                task.put(Snapshots.record(0, snapshot));
            }
        }
    }

    private static SessionSnapshot redirect(SessionId from, SessionId to) {
        return Snapshots.session(
                from, SessionStatus.mergedInto(to), new SessionSnapshot.Span(from.t0(), from.t0() + 1), 1, 9);
    }
}
