package io.multichat.reading;

import io.multichat.events.SessionStatus;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Which sessions are wanted; all conditions hold at once.
 *
 * @param conversation a conversation's key
 * @param platform a platform's name
 * @param states their states; empty: open and closed, the sessions that have messages of their own
 * @param from started at this instant or later, UTC milliseconds
 * @param to started before this instant, UTC milliseconds
 */
public record SessionFilter(
        Optional<String> conversation,
        Optional<String> platform,
        Set<SessionStatus.State> states,
        OptionalLong from,
        OptionalLong to) {
    /** All open and closed sessions. */
    public static final SessionFilter ALL =
            new SessionFilter(Optional.empty(), Optional.empty(), Set.of(), OptionalLong.empty(), OptionalLong.empty());

    public SessionFilter {
        states = states.isEmpty() ? EnumSet.of(SessionStatus.State.OPEN, SessionStatus.State.CLOSED) : states;
        states = Set.copyOf(states);
    }
}
