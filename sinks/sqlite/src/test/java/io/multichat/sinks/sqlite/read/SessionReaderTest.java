package io.multichat.sinks.sqlite.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.events.hash.ConversationHash;
import io.multichat.sinks.sqlite.testing.Chat;
import io.multichat.sinks.sqlite.testing.Snapshots;
import io.multichat.sinks.sqlite.testing.StoreFile;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SessionReaderTest {
    private final StoreFile file = new StoreFile();
    private final SqliteSessionReader reader = new SqliteSessionReader(file.path());

    @AfterEach
    void remove() {
        reader.close();
        file.close();
    }

    @Test
    void aSessionIsReadAsItWasWritten() {
        SessionSnapshot closed = Snapshots.session(
                Snapshots.id(10),
                SessionStatus.closed(1_800_020, SessionStatus.ClosedBy.IDLE),
                new SessionSnapshot.Span(10, 20),
                3,
                7);
        Snapshots.store(file, Snapshots.open(10, 20, 3), closed, Snapshots.open(10, 15, 2));

        assertThat(reader.session(closed.sessionId())).contains(closed);
    }

    @Test
    void theIdOfAMergedSessionReturnsItsSurvivor() {
        SessionSnapshot survivor = Snapshots.open(10, 40, 5);
        SessionId merged = Snapshots.id(30);
        Snapshots.store(
                file, survivor, redirect(merged, Snapshots.id(20)), redirect(Snapshots.id(20), survivor.sessionId()));

        assertThat(reader.session(merged)).contains(survivor);
    }

    @Test
    void anIdWithoutARowReturnsNothingEvenIfASessionContainsItsInstant() {
        SessionSnapshot session = Snapshots.open(10, 40, 5);
        Snapshots.store(file, session, Snapshots.open(50, 60, 1));

        assertThat(reader.session(SessionId.of(40, Chat.GENERAL.hash()))).isEmpty();
        assertThat(reader.session(SessionId.of(41, Chat.GENERAL.hash()))).isEmpty();
        assertThat(reader.session(SessionId.of(20, ConversationHash.of("slack/other"))))
                .isEmpty();
    }

    @Test
    void aDeletedSessionIsNotReturned() {
        SessionStatus deleted = new SessionStatus(
                SessionStatus.State.DELETED, Optional.empty(), OptionalLong.empty(), Optional.empty());
        Snapshots.store(file, Snapshots.session(Snapshots.id(10), deleted, new SessionSnapshot.Span(10, 20), 0, 2));

        assertThat(reader.session(Snapshots.id(10))).isEmpty();
    }

    private static SessionSnapshot redirect(SessionId from, SessionId to) {
        return Snapshots.session(
                from, SessionStatus.mergedInto(to), new SessionSnapshot.Span(from.t0(), from.t0() + 1), 1, 9);
    }
}
