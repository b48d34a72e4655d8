package io.multichat.events;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where a session stands. Closing is an announcement and not a boundary: a late message still joins a closed session.
 *
 * @param state open, closed, merged or deleted
 * @param mergedInto of a merged session: the survivor at the time of the merge, a hint
 * @param closedAt of a closed session: the last instant at which another message would have joined it, UTC milliseconds
 * @param closedBy of a closed session: what closed it
 */
public record SessionStatus(
        State state, Optional<SessionId> mergedInto, OptionalLong closedAt, Optional<ClosedBy> closedBy) {

    /** The state of a session. */
    public enum State {
        OPEN,
        CLOSED,
        MERGED,
        DELETED;

        /** The state as it is written everywhere, for example {@code open}. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** True for an open or closed session, which has messages of its own; false for a merged or deleted one. */
    public boolean isLive() {
        return state == State.OPEN || state == State.CLOSED;
    }

    /** What closed a session: silence of a gap, an explicit end, or a cut by the longest duration. */
    public enum ClosedBy {
        IDLE,
        END,
        BOUNDARY;

        /** The cause as it is written everywhere, for example {@code idle}. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A session that messages may still join. */
    public static final SessionStatus OPEN =
            new SessionStatus(State.OPEN, Optional.empty(), OptionalLong.empty(), Optional.empty());

    /**
     * A session that ended at {@code closedAt}, UTC milliseconds. An instant beyond {@link ChatEvent#MAX_TIME} stands for
     * that one, since no message can come after it and RFC 3339 has no year 10000.
     */
    public static SessionStatus closed(long closedAt, ClosedBy closedBy) {
        long writable = Math.min(closedAt, ChatEvent.MAX_TIME);
        return new SessionStatus(State.CLOSED, Optional.empty(), OptionalLong.of(writable), Optional.of(closedBy));
    }

    /** A session whose messages now belong to {@code survivor}. */
    public static SessionStatus mergedInto(SessionId survivor) {
        return new SessionStatus(State.MERGED, Optional.of(survivor), OptionalLong.empty(), Optional.empty());
    }
}
