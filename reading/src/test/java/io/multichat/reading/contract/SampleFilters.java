package io.multichat.reading.contract;

import io.multichat.events.Conversation;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus.State;
import io.multichat.reading.SessionFilter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Filters that each select some of the given sessions: every condition alone, and some of them together. */
final class SampleFilters {
    private static final Optional<String> ANY = Optional.empty();
    private static final OptionalLong ALWAYS = OptionalLong.empty();
    private static final Set<State> LIVE = Set.of();

    private SampleFilters() {}

    /** Filters for these sessions, in a fixed order. */
    static List<SessionFilter> of(Collection<SessionSnapshot> sessions) {
        List<SessionFilter> filters = new ArrayList<>();
        for (State state : State.values()) {
            filters.add(new SessionFilter(ANY, ANY, Set.of(state), ALWAYS, ALWAYS));
        }
        filters.add(new SessionFilter(Optional.of(UnknownSession.CONVERSATION.key()), ANY, LIVE, ALWAYS, ALWAYS));
        if (!sessions.isEmpty()) {
            addBounded(filters, sessions);
        }
        return filters;
    }

    private static void addBounded(List<SessionFilter> filters, Collection<SessionSnapshot> sessions) {
        OptionalLong middle = middleStart(sessions);
        Set<State> all = Set.of(State.values());
        filters.add(new SessionFilter(ANY, ANY, all, middle, ALWAYS));
        filters.add(new SessionFilter(ANY, ANY, all, ALWAYS, middle));
        List<Conversation> conversations =
                sessions.stream().map(SessionSnapshot::conversation).distinct().toList();
        for (Conversation conversation : conversations) {
            SessionFilter filter = new SessionFilter(Optional.of(conversation.key()), ANY, all, ALWAYS, ALWAYS);
            filters.add(filter);
            filters.add(filter.withThreads());
        }
        Conversation first = conversations.get(0);
        filters.add(new SessionFilter(Optional.of(first.key()), ANY, LIVE, middle, ALWAYS));
        filters.add(new SessionFilter(ANY, Optional.of(first.platform()), Set.of(State.CLOSED), ALWAYS, middle));
    }

    /** The start of a session itself, because one bound includes it and the other does not. */
    private static OptionalLong middleStart(Collection<SessionSnapshot> sessions) {
        long[] starts = sessions.stream()
                .mapToLong(session -> session.span().startedAt())
                .filter(start -> sessions.stream().noneMatch(session -> isAmbiguous(session, start)))
                .sorted()
                .toArray();
        return starts.length == 0 ? ALWAYS : OptionalLong.of(starts[starts.length / 2]);
    }

    /** True for a malformed session that starts after its T0, with the bound in between: stores may use either time. */
    private static boolean isAmbiguous(SessionSnapshot session, long bound) {
        return session.sessionId().t0() < bound && bound <= session.span().startedAt();
    }
}
