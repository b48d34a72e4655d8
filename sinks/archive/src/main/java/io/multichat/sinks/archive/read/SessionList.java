package io.multichat.sinks.archive.read;

import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.reading.SessionCursor;
import io.multichat.reading.SessionFilter;
import io.multichat.sinks.archive.segment.Segment;
import io.multichat.sinks.archive.segment.SessionDays;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Some sessions, newest first: of all that are offered the first so many that a filter lets through behind a cursor. Used by one
 * thread, once.
 */
final class SessionList {
    private static final Comparator<SessionSnapshot> NEWEST_FIRST = Comparator.comparing(
                    (SessionSnapshot session) -> session.span().startedAt())
            .thenComparing(SessionSnapshot::sessionId)
            .reversed();

    private final SessionFilter filter;
    private final Optional<SessionCursor> after;
    private final int size;
    private final TreeSet<SessionSnapshot> first = new TreeSet<>(NEWEST_FIRST);

    /** @param size how many sessions at most, at least 1 */
    SessionList(SessionFilter filter, Optional<SessionCursor> after, int size) {
        this.filter = filter;
        this.after = after;
        this.size = size;
    }

    /** Searches the days from the last to the first, as far as is needed. */
    List<SessionSnapshot> of(SessionDays days, NewestSnapshots newest) throws IOException {
        Predicate<SessionId> wanted = wanted();
        for (List<Segment> day : days.speakingOf(latestStart(), filter.from().orElse(Long.MIN_VALUE))) {
            long lastT0 = day.stream()
                    .mapToLong(segment -> segment.file().maxSentAt())
                    .max()
                    .orElseThrow();
            if (!complete(lastT0)) {
                newest.descending(day, wanted, session -> {
                    offer(session);
                    return !complete(session.sessionId().t0());
                });
            }
        }
        return List.copyOf(first);
    }

    /** True when no session with that T0 or an earlier one can be among the first: a session starts at its T0 or before. */
    private boolean complete(long t0) {
        return first.size() == size && first.last().span().startedAt() > t0;
    }

    private void offer(SessionSnapshot session) {
        if (matches(session)) {
            first.add(session);
            if (first.size() > size) {
                first.pollLast();
            }
        }
    }

    private boolean matches(SessionSnapshot session) {
        long startedAt = session.span().startedAt();
        return filter.states().contains(session.status().state())
                && filter.conversation()
                        .map(session.conversation().key()::equals)
                        .orElse(true)
                && filter.platform()
                        .map(session.conversation().platform()::equals)
                        .orElse(true)
                && startedAt >= filter.from().orElse(Long.MIN_VALUE)
                && startedAt < filter.to().orElse(Long.MAX_VALUE)
                && after.map(cursor -> isBehind(cursor, session)).orElse(true);
    }

    private static boolean isBehind(SessionCursor cursor, SessionSnapshot session) {
        int byStart = Long.compare(session.span().startedAt(), cursor.startedAt());
        return byStart != 0 ? byStart < 0 : session.sessionId().compareTo(cursor.sessionId()) < 0;
    }

    private Predicate<SessionId> wanted() {
        long from = filter.from().orElse(0);
        Optional<Long> conversation = filter.conversation().map(SessionId::conversationHash);
        return id -> id.t0() >= from && (conversation.isEmpty() || conversation.get() == id.conversationHash());
    }

    private long latestStart() {
        long beforeTo = filter.to().isPresent() ? filter.to().getAsLong() - 1 : Long.MAX_VALUE;
        return after.map(cursor -> Math.min(beforeTo, cursor.startedAt())).orElse(beforeTo);
    }
}
