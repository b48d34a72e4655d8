package io.multichat.sinks.archive.read;

import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.sinks.archive.segment.Segment;
import io.multichat.sinks.archive.segment.SessionDays;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Finds single sessions of a conversation, open or closed ones. Thread-safe. */
final class SessionSearch {
    private final NewestSnapshots newest;

    SessionSearch(NewestSnapshots newest) {
        this.newest = newest;
    }

    /**
     * The session that an id stands for: its own, or the one of its conversation that contains its T0.
     *
     * @param days where the conversation's sessions lie
     */
    Optional<SessionSnapshot> standingFor(SessionId id, SessionDays days) throws IOException {
        Optional<SessionSnapshot> same = newest.of(id, days);
        if (same.filter(SessionSearch::isLive).isPresent()) {
            return same;
        }
        List<SessionSnapshot> found = new ArrayList<>();
        for (List<Segment> day : days.speakingOf(id.t0(), id.t0())) {
            newest.descending(day, other -> other.conversationHash() == id.conversationHash(), session -> {
                // The hash may be that of several conversations; a snapshot of the session itself tells which one it
                // is.
                if (isLive(session)
                        && contains(session, id.t0())
                        && same.map(own -> own.conversation().equals(session.conversation()))
                                .orElse(true)) {
                    found.add(session);
                }
                return found.isEmpty();
            });
            if (!found.isEmpty()) {
                break;
            }
        }
        return found.stream().findFirst();
    }

    /**
     * The start of the next session of the conversation; empty when there is none yet.
     *
     * @param days where the conversation's sessions lie
     */
    OptionalLong nextStart(SessionSnapshot session, SessionDays days) throws IOException {
        long end = session.span().lastMessageAt();
        List<Long> starts = new ArrayList<>();
        // Sessions do not overlap, so the next one has the least T0 of all that start later.
        for (List<Segment> day :
                days.byDay().tailMap(SessionDays.day(end), true).values()) {
            newest.descending(
                    day, id -> id.conversationHash() == session.conversation().hash() && id.t0() > end, next -> {
                        if (isLive(next)
                                && next.conversation().equals(session.conversation())
                                && next.span().startedAt() > end) {
                            starts.add(next.span().startedAt());
                        }
                        return true;
                    });
            if (!starts.isEmpty()) {
                break;
            }
        }
        return starts.stream().mapToLong(Long::longValue).min();
    }

    private static boolean isLive(SessionSnapshot session) {
        SessionStatus.State state = session.status().state();
        return state == SessionStatus.State.OPEN || state == SessionStatus.State.CLOSED;
    }

    private static boolean contains(SessionSnapshot session, long instant) {
        return session.span().startedAt() <= instant
                && instant <= session.span().lastMessageAt();
    }
}
