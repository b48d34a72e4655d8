package io.multichat.sinks.archive.read;

import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.hash.ConversationHash;
import io.multichat.reading.SessionCursor;
import io.multichat.reading.SessionFilter;
import io.multichat.sinks.archive.segment.Segment;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Collects one page of sessions: the first ones beyond a cursor that match a filter, newest first. Used by one thread, once. */
final class SessionList {
    private final SessionFilter filter;
    private final Optional<SessionCursor> after;
    private final int size;
    private final TreeSet<SessionSnapshot> first = new TreeSet<>(SessionCursor.NEWEST_FIRST);

    /** @param size the maximum number of sessions, at least 1 */
    SessionList(SessionFilter filter, Optional<SessionCursor> after, int size) {
        this.filter = filter;
        this.after = after;
        this.size = size;
    }

    /** The sessions. Searches the days from the newest to the oldest and stops as soon as the page is complete. */
    List<SessionSnapshot> of(SessionDays days, ArchivedSnapshots snapshots) throws IOException {
        Predicate<SessionId> wanted = wanted();
        for (List<Segment> day : days.spanning(latestStart(), filter.from().orElse(Long.MIN_VALUE))) {
            long lastT0 = day.stream()
                    .mapToLong(segment -> segment.file().maxSentAt())
                    .max()
                    .orElseThrow();
            if (!complete(lastT0)) {
                snapshots.descending(day, wanted, session -> {
                    offer(session);
                    return !complete(session.sessionId().t0());
                });
            }
        }
        return List.copyOf(first);
    }

    /** True when no session with this T0 or an earlier one can be on the page, since a session starts at its T0 or before. */
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
                && filter.includes(session.conversation())
                && startedAt >= filter.from().orElse(Long.MIN_VALUE)
                && startedAt < filter.to().orElse(Long.MAX_VALUE)
                && after.map(cursor -> SessionCursor.of(session).compareTo(cursor) > 0)
                        .orElse(true);
    }

    private Predicate<SessionId> wanted() {
        long from = filter.from().orElse(0);
        Optional<ConversationHash> conversation =
                filter.conversation().filter(key -> !filter.threads()).map(ConversationHash::of);
        return id -> id.t0() >= from
                && conversation.map(id.conversationHash()::equals).orElse(true);
    }

    private long latestStart() {
        long beforeTo = filter.to().isPresent() ? filter.to().getAsLong() - 1 : Long.MAX_VALUE;
        return after.map(cursor -> Math.min(beforeTo, cursor.startedAt())).orElse(beforeTo);
    }
}
