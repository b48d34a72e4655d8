package io.multichat.events;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The status of a session. Closing announces the end but is not a boundary: a late message still joins a closed session.
 *
 * @param state the state
 * @param mergedInto for a merged session: the survivor at the time of the merge, as a hint
 * @param closedAt for a closed session: the last instant at which another message would have joined it, in UTC milliseconds
 * @param closedBy for a closed session: the cause
 */
public record SessionStatus(
        State state, Optional<SessionId> mergedInto, OptionalLong closedAt, Optional<ClosedBy> closedBy) {

    /** The state of a session. */
    public enum State {
        OPEN,
        CLOSED,
        MERGED,
        DELETED;

        private final String wireName = name().toLowerCase(Locale.ROOT);

        /** The name of the state in all formats, such as {@code open}. */
        public String wireName() {
            return wireName;
        }
    }

    /** True for an open or closed session, which has messages; false for a merged or deleted one. */
    public boolean isLive() {
        return state == State.OPEN || state == State.CLOSED;
    }

    /** The cause that closed a session. */
    public enum ClosedBy {
        /** No message arrived within the gap. */
        IDLE,
        /** A {@code session.ended} event. */
        END,
        /** The maximum duration of a session. */
        BOUNDARY;

        private final String wireName = name().toLowerCase(Locale.ROOT);

        /** The name of the cause in all formats, such as {@code idle}. */
        public String wireName() {
            return wireName;
        }
    }

    /** The status of an open session. */
    public static final SessionStatus OPEN =
            new SessionStatus(State.OPEN, Optional.empty(), OptionalLong.empty(), Optional.empty());

    /** The status of a deleted session, of which only the id and the interval are left. */
    public static final SessionStatus DELETED =
            new SessionStatus(State.DELETED, Optional.empty(), OptionalLong.empty(), Optional.empty());

    /**
     * The status of a closed session.
     *
     * @param closedAt the end in UTC milliseconds, reduced to {@link ChatEvent#MAX_TIME}: no message can be later, and RFC 3339
     *     has no year 10000
     */
    public static SessionStatus closed(long closedAt, ClosedBy closedBy) {
        long writable = Math.min(closedAt, ChatEvent.MAX_TIME);
        return new SessionStatus(State.CLOSED, Optional.empty(), OptionalLong.of(writable), Optional.of(closedBy));
    }

    /** The status of a session whose messages now belong to {@code survivor}. */
    public static SessionStatus mergedInto(SessionId survivor) {
        return new SessionStatus(State.MERGED, Optional.of(survivor), OptionalLong.empty(), Optional.empty());
    }
}
