package io.multichat.sinks.sqlite.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.EventType;
import io.multichat.events.Placement;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.reading.erase.EntryCounts;
import io.multichat.reading.erase.Person;
import io.multichat.reading.erase.PersonTrace;
import io.multichat.reading.erase.SetHold;
import io.multichat.sinks.core.testing.CanaryRecords;
import io.multichat.sinks.core.testing.HoldRecords;
import io.multichat.sinks.core.testing.SinkRecords;
import io.multichat.sinks.sqlite.testing.Chat;
import io.multichat.sinks.sqlite.testing.RunningTask;
import io.multichat.sinks.sqlite.testing.Snapshots;
import io.multichat.sinks.sqlite.testing.StoreFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SqliteErasureSurveyTest {
    private static final long LATER = CanaryRecords.NOON + 60_000;
    private static final Person CANARY = new Person(Optional.of("irc"), "canarybird-id");

    private final StoreFile file = new StoreFile();
    private final SqliteErasureSurvey survey = new SqliteErasureSurvey(file.path());

    @AfterEach
    void close() {
        survey.close();
        file.close();
    }

    @Test
    void aPersonLeavesMessagesWithTheirEditsAndOwnEditsAndEvents() {
        try (RunningTask task = RunningTask.on(file.path(), "sqlite.erase.settle", "0ms")) {
            task.put(CanaryRecords.chat());

            assertThat(survey.traces(CANARY, LATER))
                    .containsExactly(new PersonTrace(CanaryRecords.HERE, new EntryCounts(1, 3, 2)));
            assertThat(survey.traces(new Person(Optional.empty(), CANARY.id()), LATER))
                    .hasSize(1);
            assertThat(survey.traces(new Person(Optional.of("slack"), CANARY.id()), LATER))
                    .isEmpty();
            assertThat(survey.traces(new Person(Optional.of("irc"), "canarybird"), LATER))
                    .isEmpty();
            assertThat(survey.traces(CANARY, CanaryRecords.NOON - 1)).isEmpty();

            task.put(CanaryRecords.personErased(9));

            assertThat(survey.traces(CANARY, LATER)).isEmpty();
            assertThat(survey.isCleanedUp()).isTrue();
        }
    }

    @Test
    void anIdWithEscapesIsFoundInEdits() {
        try (RunningTask task = RunningTask.on(file.path())) {
            String edit =
                    "{\"type\":\"message.edited\",\"platform\":\"slack\",\"channel\":\"general\",\"messageId\":\"m1\","
                            + "\"sender\":{\"id\":\"e\\u0076e\"},\"editedAt\":\"2001-01-01T00:00:00Z\"}";
            task.put(
                    Chat.created(0, "m1", 10, "one"),
                    SinkRecords.transcript(
                            new SinkRecords.At(0, 1),
                            Chat.GENERAL,
                            edit.getBytes(StandardCharsets.UTF_8),
                            new Placement(Optional.empty(), 10, 1, EventType.MESSAGE_EDITED)));
        }

        assertThat(survey.traces(new Person(Optional.empty(), "eve"), LATER))
                .containsExactly(new PersonTrace(Chat.GENERAL, EntryCounts.REVISION));
    }

    @Test
    void aSessionHasEverythingWithinItsInterval() {
        try (RunningTask task = RunningTask.on(file.path())) {
            task.put(
                    Chat.created(0, "m1", 10, "one"),
                    Chat.edited(1, "m1", 10, 14, "edited"),
                    Chat.reaction(2, "m1", 12, "+1"),
                    Chat.created(3, "m2", 20, "the end"),
                    Chat.created(4, "m3", 21, "after the end"),
                    Snapshots.record(0, Snapshots.open(10, 20, 2)));
        }

        assertThat(survey.session(Snapshots.id(10)).orElseThrow().counts()).isEqualTo(new EntryCounts(2, 1, 1));
        assertThat(survey.session(Snapshots.id(11))).isEmpty();
    }

    @Test
    void aDeletedSessionIsKnownAndEmpty() {
        SessionSnapshot.Span span = new SessionSnapshot.Span(10, 20);
        SessionId id = Snapshots.id(10);
        Snapshots.store(file, Snapshots.session(id, SessionStatus.DELETED, span, 0, 2));

        assertThat(survey.session(id).orElseThrow().session().status()).isEqualTo(SessionStatus.DELETED);
        assertThat(survey.session(id).orElseThrow().counts()).isEqualTo(EntryCounts.NONE);
    }

    @Test
    void holdsAreThoseThatWereNotCleared() {
        try (RunningTask task = RunningTask.on(file.path())) {
            task.put(HoldRecords.set(0, "case-1"), HoldRecords.set(1, "case-2"), HoldRecords.cleared(2, "case-1"));
        }

        SetHold hold = survey.holds().get(0);
        assertThat(survey.holds()).hasSize(1);
        assertThat(hold.conversation()).isEqualTo(CanaryRecords.HERE);
        assertThat(hold.hold().hold()).contains("case-2");
        assertThat(hold.reason()).contains("a lawsuit");
    }

    @Test
    void aHoldIsClearedAlsoAfterTheConversationWasForgottenAndIsNumberedFromTheBeginning() {
        try (RunningTask task = RunningTask.on(file.path())) {
            task.put(HoldRecords.set(2, "case-1"), HoldRecords.clearedAYearLater(3, "case-1"));
        }

        assertThat(survey.holds()).isEmpty();
    }

    @Test
    void inactiveSessionsArePagedOldestFirst() {
        Snapshots.store(file, Snapshots.open(100, 110, 1), Snapshots.open(10, 20, 1), Snapshots.open(30, 31, 1));

        List<SessionSnapshot> first = survey.inactive(110, Optional.empty(), 1);

        assertThat(first).extracting(SessionSnapshot::sessionId).containsExactly(Snapshots.id(10));
        assertThat(survey.inactive(110, Optional.of(first.get(0)), 10))
                .extracting(SessionSnapshot::sessionId)
                .containsExactly(Snapshots.id(30));
    }

    @Test
    void filesThatStillHoldTheRemainsOfErasedRowsAreNotCleanedUp() {
        assertThat(survey.isCleanedUp()).isTrue();
        try (RunningTask task = RunningTask.on(file.path(), "sqlite.erase.settle", "60s")) {
            task.put(CanaryRecords.chat());
            assertThat(survey.isCleanedUp()).isTrue();

            task.put(CanaryRecords.personErased(9));

            assertThat(survey.isCleanedUp()).isFalse();
        }
    }
}
