package io.multichat.sinks.archive.read;

import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.events.hash.ConversationHash;
import io.multichat.sinks.archive.segment.Segment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Finds single open or closed sessions of a conversation. Thread-safe. */
final class SessionSearch {
    private final ArchivedSnapshots snapshots;

    SessionSearch(ArchivedSnapshots snapshots) {
        this.snapshots = snapshots;
    }

    /**
     * The session that an id resolves to: the session with that id or, if it was merged, the one of its conversation that contains
     * the id's T0.
     *
     * @param days where the conversation's sessions are
     */
    Optional<SessionSnapshot> standingFor(SessionId id, SessionDays days) throws IOException {
        Optional<SessionSnapshot> same = snapshots.of(id, days);
        if (same.isEmpty() || same.get().status().isLive()) {
            return same;
        }
        List<SessionSnapshot> found = new ArrayList<>();
        for (List<Segment> day : days.spanning(id.t0(), id.t0())) {
            snapshots.descending(day, other -> other.conversationHash().equals(id.conversationHash()), session -> {
                // After the retention of sessions, another conversation may have taken the hash.
                if (session.status().isLive()
                        && contains(session, id.t0())
                        && same.get().conversation().equals(session.conversation())) {
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

    /** True if there is a session with exactly this id, of any state. */
    boolean holds(SessionId id, SessionDays days) throws IOException {
        return snapshots.of(id, days).isPresent();
    }

    /**
     * The start of the conversation's next session, UTC milliseconds; empty when there is none yet.
     *
     * @param days where the conversation's sessions are
     */
    OptionalLong nextStart(SessionSnapshot session, SessionDays days) throws IOException {
        long end = session.span().lastMessageAt();
        ConversationHash conversation = session.sessionId().conversationHash();
        List<Long> starts = new ArrayList<>();
        // Sessions do not overlap, so among all that start later, the next one has the lowest T0.
        for (List<Segment> day : days.from(end)) {
            snapshots.descending(day, id -> id.conversationHash().equals(conversation) && id.t0() > end, next -> {
                if (next.status().isLive()
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

    private static boolean contains(SessionSnapshot session, long instant) {
        return session.span().startedAt() <= instant
                && instant <= session.span().lastMessageAt();
    }

    /**
     * The last instant of a session. An open one extends to the next session, since its snapshot may be old.
     *
     * @param segments all segments of sessions
     */
    long lastInstant(SessionSnapshot session, List<Segment> segments) throws IOException {
        if (session.status().state() != SessionStatus.State.OPEN) {
            return session.span().lastMessageAt();
        }
        for (List<Segment> likely : LikelyPartitionFirst.order(segments, session.conversation()::partition)) {
            OptionalLong next = nextStart(session, SessionDays.of(likely));
            if (next.isPresent()) {
                return next.getAsLong() - 1;
            }
        }
        return Long.MAX_VALUE;
    }
}
