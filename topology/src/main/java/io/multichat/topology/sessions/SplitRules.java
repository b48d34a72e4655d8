package io.multichat.topology.sessions;

import io.multichat.events.SessionStatus;
import io.multichat.events.SessionStatus.ClosedBy;
import io.multichat.topology.settings.SessionRules;
import io.multichat.topology.state.BoundaryStore;
import io.multichat.topology.state.ConversationKey;
import io.multichat.topology.state.ConversationState;
import java.util.OptionalLong;

/**
 * What parts the sessions of a conversation: silence of more than the gap, explicit ends, and cuts by the longest duration.
 *
 * <p>The store of boundaries is only read where the conversation's record says that one may be near.
 */
final class SplitRules {
    private final BoundaryStore boundaries;
    private final SessionRules rules;

    SplitRules(BoundaryStore boundaries, SessionRules rules) {
        this.boundaries = boundaries;
        this.rules = rules;
    }

    /** True when two neighbouring messages belong to two sessions. */
    boolean part(ConversationKey conversation, ConversationState current, long earlier, long later) {
        return later - earlier > gapMs(conversation)
                || cutBehind(earlier) < later
                || firstBoundary(conversation, current, earlier) < later;
    }

    /**
     * The status of a session that is closed: the last instant at which another message would have joined it, and what it is
     * that no later one would. Of several causes at one instant the explicit end is named, then the cut.
     *
     * @param last its last message, UTC milliseconds
     */
    SessionStatus closing(ConversationKey conversation, ConversationState current, long last) {
        long silence = last + gapMs(conversation);
        long cut = cutBehind(last);
        long end = firstBoundary(conversation, current, last);
        if (end <= Math.min(silence, cut)) {
            return SessionStatus.closed(end, ClosedBy.END);
        }
        return cut <= silence
                ? SessionStatus.closed(cut, ClosedBy.BOUNDARY)
                : SessionStatus.closed(silence, ClosedBy.IDLE);
    }

    /** True when a boundary at or after the last message of a session may end it. */
    static boolean mayEnd(ConversationState current, long last) {
        return current.lastBoundary() >= last;
    }

    /** Sets a boundary; the returned state is to be stored. */
    ConversationState end(ConversationKey conversation, ConversationState current, long instant) {
        boundaries.add(conversation, instant);
        return current.withBoundary(instant);
    }

    /** The first boundary at or after an instant; {@link Long#MAX_VALUE} when there is none. */
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

    /** The last instant that no cut parts from this one. */
    private long cutBehind(long instant) {
        if (rules.maxDuration().isEmpty()) {
            return Long.MAX_VALUE;
        }
        long every = rules.maxDuration().get().toMillis();
        return (instant / every + 1) * every - 1;
    }
}
