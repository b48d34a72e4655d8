package io.multichat.reading;

import io.multichat.events.Conversation;
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
 * @param threads true if the threads of the conversation, a channel, match too
 */
public record SessionFilter(
        Optional<String> conversation,
        Optional<String> platform,
        Set<SessionStatus.State> states,
        OptionalLong from,
        OptionalLong to,
        boolean threads) {
    /** Matches every open and closed session. */
    public static final SessionFilter ALL =
            new SessionFilter(Optional.empty(), Optional.empty(), Set.of(), OptionalLong.empty(), OptionalLong.empty());

    public SessionFilter {
        states = states.isEmpty() ? EnumSet.of(SessionStatus.State.OPEN, SessionStatus.State.CLOSED) : states;
        states = Set.copyOf(states);
    }

    /** A filter without threads. */
    public SessionFilter(
            Optional<String> conversation,
            Optional<String> platform,
            Set<SessionStatus.State> states,
            OptionalLong from,
            OptionalLong to) {
        this(conversation, platform, states, from, to, false);
    }

    /** The same filter; the threads of its conversation match too. */
    public SessionFilter withThreads() {
        return new SessionFilter(conversation, platform, states, from, to, true);
    }

    /** True if the sessions of a conversation may match. */
    public boolean includes(Conversation other) {
        boolean place = conversation
                .map(key -> key.equals(other.key()) || (threads && other.key().startsWith(key + "/")))
                .orElse(true);
        return place && platform.map(other.platform()::equals).orElse(true);
    }
}
