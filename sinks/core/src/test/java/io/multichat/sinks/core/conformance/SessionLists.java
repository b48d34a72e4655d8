package io.multichat.sinks.core.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus.State;
import io.multichat.reading.SessionCursor;
import io.multichat.reading.SessionFilter;
import io.multichat.reading.SessionPage;
import io.multichat.reading.SessionReader;
import io.multichat.sinks.core.conformance.history.Chronicle;
import io.multichat.sinks.core.conformance.history.Strangers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Checks lists of sessions. A reader may leave a question unanswered, but every answer must be complete.
 *
 * @param reader the reader
 * @param sessions the newest snapshots of all sessions
 */
record SessionLists(SessionReader reader, Collection<SessionSnapshot> sessions) {
    private static final Comparator<SessionSnapshot> NEWEST_FIRST = Comparator.<SessionSnapshot>comparingLong(
                    session -> session.span().startedAt())
            .thenComparing(SessionSnapshot::sessionId)
            .reversed();

    void check() {
        Optional<String> any = Optional.empty();
        OptionalLong always = OptionalLong.empty();
        OptionalLong middle = OptionalLong.of(Chronicle.NOON + 3 * Chronicle.UNIT_MS);
        check(SessionFilter.ALL);
        check(new SessionFilter(any, any, Set.of(State.values()), always, always));
        check(new SessionFilter(any, Optional.of("slack"), Set.of(State.CLOSED), middle, always));
        check(new SessionFilter(Optional.of(Strangers.CONVERSATIONS.get(0).key()), any, Set.of(), always, middle));
        check(new SessionFilter(
                Optional.of(Strangers.CONVERSATIONS.get(1).key()), any, Set.of(State.MERGED), always, always));
    }

    private void check(SessionFilter filter) {
        List<String> expected = sessions.stream()
                .filter(session -> passes(filter, session))
                .sorted(NEWEST_FIRST)
                .map(Lines::of)
                .toList();
        read(filter, 2).ifPresent(answer -> assertThat(answer).as("%s", filter).isEqualTo(expected));
    }

    private Optional<List<String>> read(SessionFilter filter, int size) {
        List<String> found = new ArrayList<>();
        Optional<SessionCursor> after = Optional.empty();
        do {
            Optional<SessionPage> page = reader.sessions(filter, after, size);
            if (page.isEmpty()) {
                return Optional.empty();
            }
            page.get().sessions().forEach(session -> found.add(Lines.of(session)));
            after = page.get().next().map(next -> SessionCursor.parse(next.toString()));
        } while (after.isPresent());
        return Optional.of(found);
    }

    private static boolean passes(SessionFilter filter, SessionSnapshot session) {
        long startedAt = session.span().startedAt();
        return filter.states().contains(session.status().state())
                && filter.conversation()
                        .filter(key -> !key.equals(session.conversation().key()))
                        .isEmpty()
                && filter.platform()
                        .filter(name -> !name.equals(session.conversation().platform()))
                        .isEmpty()
                && startedAt >= filter.from().orElse(Long.MIN_VALUE)
                && startedAt < filter.to().orElse(Long.MAX_VALUE);
    }
}
