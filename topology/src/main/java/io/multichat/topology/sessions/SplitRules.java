package io.multichat.topology.sessions;

import io.multichat.events.SessionStatus;
import io.multichat.events.SessionStatus.ClosedBy;
import io.multichat.topology.settings.SessionRules;
import io.multichat.topology.state.BoundaryStore;
import io.multichat.topology.state.ConversationKey;
import io.multichat.topology.state.ConversationState;
import java.util.OptionalLong;

/**
 * The rules that split a conversation into sessions: silence longer than the gap, boundaries set by explicit ends, and cuts at
 * multiples of {@code max.duration}.
 *
 * <p>Reads the boundary store only when the conversation's own record shows that a boundary may be near.
 */
final class SplitRules {
    private final BoundaryStore boundaries;
    private final SessionRules rules;

    SplitRules(BoundaryStore boundaries, SessionRules rules) {
        this.boundaries = boundaries;
        this.rules = rules;
    }

    /** True when two neighbouring messages belong to different sessions. */
    boolean split(ConversationKey conversation, ConversationState current, long earlier, long later) {
        return later - earlier > gapMs(conversation)
                || lastBeforeCut(earlier) < later
                || firstBoundary(conversation, current, earlier) < later;
    }

    /**
     * The status of a closed session: the last instant at which another message would have joined it, and the rule that keeps
     * later ones out. If several rules apply at the same instant, an explicit end takes precedence over a cut, and a cut over
     * silence.
     *
     * @param last time of its last message, UTC milliseconds
     */
    SessionStatus closing(ConversationKey conversation, ConversationState current, long last) {
        long silence = last + gapMs(conversation);
        long cut = lastBeforeCut(last);
        long end = firstBoundary(conversation, current, last);
        if (end <= Math.min(silence, cut)) {
            return SessionStatus.closed(end, ClosedBy.END);
        }
        return cut <= silence
                ? SessionStatus.closed(cut, ClosedBy.BOUNDARY)
                : SessionStatus.closed(silence, ClosedBy.IDLE);
    }

    /** True when a boundary may exist at or after {@code last}, the time of a session's last message. */
    static boolean mayEnd(ConversationState current, long last) {
        return current.lastBoundary() >= last;
    }

    /** Sets a boundary. Returns the new state of the conversation; the caller stores it. */
    ConversationState end(ConversationKey conversation, ConversationState current, long instant) {
        boundaries.add(conversation, instant);
        return current.withBoundary(instant);
    }

    /** The first boundary at or after an instant; {@link Long#MAX_VALUE} if none exists. */
    long firstBoundary(ConversationKey conversation, ConversationState current, long instant) {
        if (!mayEnd(current, instant)) {
            return Long.MAX_VALUE;
        }
        OptionalLong first = boundaries.firstFrom(conversation, instant);
        return first.orElse(Long.MAX_VALUE);
    }

    private long gapMs(ConversationKey conversation) {
        return rules.gap(conversation.text()).toMillis();
    }

    /** The last instant before the next cut; {@link Long#MAX_VALUE} without cuts. */
    private long lastBeforeCut(long instant) {
        if (rules.maxDuration().isEmpty()) {
            return Long.MAX_VALUE;
        }
        long every = rules.maxDuration().get().toMillis();
        return (instant / every + 1) * every - 1;
    }
}
