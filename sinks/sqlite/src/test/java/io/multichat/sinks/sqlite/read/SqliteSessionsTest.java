package io.multichat.sinks.sqlite.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.events.Conversation;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.reading.SessionCursor;
import io.multichat.reading.SessionFilter;
import io.multichat.reading.SessionPage;
import io.multichat.sinks.sqlite.testing.RunningTask;
import io.multichat.sinks.sqlite.testing.Snapshots;
import io.multichat.sinks.sqlite.testing.StoreFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SqliteSessionsTest {
    private final StoreFile file = new StoreFile();
    private final SqliteSessionReader reader = new SqliteSessionReader(file.path());

    @BeforeEach
    void fourSessions() {
        try (RunningTask task = RunningTask.on(file.path())) {
            task.put(
                    Snapshots.record(0, session("slack", 10, SessionStatus.closed(15, SessionStatus.ClosedBy.IDLE))),
                    Snapshots.record(1, session("slack", 20, SessionStatus.OPEN)),
                    Snapshots.record(2, session("irc", 20, SessionStatus.OPEN)),
                    Snapshots.record(3, session("irc", 30, SessionStatus.mergedInto(Snapshots.id(20)))));
        }
    }

    @AfterEach
    void remove() {
        reader.close();
        file.close();
    }

    @Test
    void withoutConditionsOpenAndClosedSessionsAreListedNewestFirst() {
        List<SessionSnapshot> listed = reader.sessions(SessionFilter.ALL, Optional.empty(), 10)
                .orElseThrow()
                .sessions();

        assertThat(listed).extracting(session -> session.span().startedAt()).containsExactly(20L, 20L, 10L);
        assertThat(listed.get(0).sessionId()).isGreaterThan(listed.get(1).sessionId());
    }

    @Test
    void everyConditionNarrowsTheList() {
        assertThat(starts(filter(Optional.of("slack/c"), Optional.empty()))).containsExactly(20L, 10L);
        assertThat(starts(filter(Optional.empty(), Optional.of("irc")))).containsExactly(20L);
        assertThat(starts(filter(Optional.of("slack/c"), Optional.of("irc")))).isEmpty();
        assertThat(starts(filter(Optional.of("x' OR '1'='1"), Optional.empty())))
                .isEmpty();
    }

    @Test
    void statesAndTimesNarrowTheListToo() {
        assertThat(starts(new SessionFilter(
                        Optional.empty(),
                        Optional.empty(),
                        Set.of(SessionStatus.State.MERGED, SessionStatus.State.CLOSED),
                        OptionalLong.empty(),
                        OptionalLong.empty())))
                .containsExactly(30L, 10L);
        assertThat(starts(new SessionFilter(
                        Optional.empty(), Optional.empty(), Set.of(), OptionalLong.of(10), OptionalLong.of(20))))
                .containsExactly(10L);
    }

    @Test
    void pagesContinueFromTheCursorWhileNewSessionsArrive() {
        List<SessionId> seen = new ArrayList<>();
        SessionPage first =
                reader.sessions(SessionFilter.ALL, Optional.empty(), 1).orElseThrow();
        first.sessions().forEach(session -> seen.add(session.sessionId()));
        try (RunningTask task = RunningTask.on(file.path())) {
            task.put(Snapshots.record(4, session("slack", 99, SessionStatus.OPEN)));
        }

        for (Optional<SessionCursor> next = first.next(); next.isPresent(); ) {
            SessionPage page = reader.sessions(
                            SessionFilter.ALL, next.map(cursor -> SessionCursor.parse(cursor.toString())), 1)
                    .orElseThrow();
            page.sessions().forEach(session -> seen.add(session.sessionId()));
            next = page.next();
        }

        assertThat(seen).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void invalidCursorsAndLimitsAreRefused() {
        assertThatThrownBy(() -> SessionCursor.parse("20; DROP")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> reader.sessions(SessionFilter.ALL, Optional.empty(), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("limit");
    }

    private List<Long> starts(SessionFilter filter) {
        return reader.sessions(filter, Optional.empty(), 10).orElseThrow().sessions().stream()
                .map(session -> session.span().startedAt())
                .toList();
    }

    private static SessionFilter filter(Optional<String> conversation, Optional<String> platform) {
        return new SessionFilter(conversation, platform, Set.of(), OptionalLong.empty(), OptionalLong.empty());
    }

    private static SessionSnapshot session(String platform, long startedAt, SessionStatus status) {
        Conversation conversation = Conversation.of(platform, "c");
        SessionSnapshot any = Snapshots.open(startedAt, startedAt + 5, 1);
        return new SessionSnapshot(
                SessionId.of(startedAt, conversation.hash()),
                conversation,
                status,
                any.span(),
                any.counts(),
                any.firstMessageId(),
                any.lastMessageId(),
                any.gap(),
                any.version());
    }
}
