package io.multichat.reading;

import io.multichat.events.SessionStatus;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A filter for lists of sessions. A session must meet all conditions.
 *
 * @param conversation the key of the session's conversation
 * @param platform the name of the conversation's platform
 * @param states the allowed states; an empty set means open and closed, the states of sessions with messages
 * @param from the earliest start of the session, inclusive, in UTC milliseconds
 * @param to the latest start of the session, exclusive, in UTC milliseconds
 */
public record SessionFilter(
        Optional<String> conversation,
        Optional<String> platform,
        Set<SessionStatus.State> states,
        OptionalLong from,
        OptionalLong to) {
    /** Matches every open and closed session. */
    public static final SessionFilter ALL =
            new SessionFilter(Optional.empty(), Optional.empty(), Set.of(), OptionalLong.empty(), OptionalLong.empty());

    public SessionFilter {
        states = states.isEmpty() ? EnumSet.of(SessionStatus.State.OPEN, SessionStatus.State.CLOSED) : states;
        states = Set.copyOf(states);
    }
}
