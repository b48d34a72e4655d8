package io.multichat.topology.sessions;

import io.multichat.topology.settings.TopologySettings.Timing;
import io.multichat.topology.state.ConversationKey;
import io.multichat.topology.state.ConversationState;
import io.multichat.topology.state.Session;
import io.multichat.topology.state.TimerStore.Kind;
import io.multichat.topology.state.TimerStore.Timer;
import io.multichat.topology.state.TopologyState;

/**
 * What happens by the wall clock alone: sessions are announced again and, when their conversation stays silent, closed.
 *
 * <p>The work of one call is bounded, so that a million sessions due at once never outlive a transaction; what is left is
 * done by the next calls.
 */
final class TimedWork {
    /** The most timers of a kind that one call serves. */
    static final int LIMIT = 2_000;

    private final TopologyState state;
    private final Timeline timeline;
    private final Announcer announcer;
    private final Timing timing;
    private long startedAt;

    /** @param startedAt when the task started, UTC milliseconds of the wall clock */
    TimedWork(TopologyState state, Timeline timeline, Announcer announcer, Timing timing, long startedAt) {
        this.state = state;
        this.timeline = timeline;
        this.announcer = announcer;
        this.timing = timing;
        this.startedAt = startedAt;
    }

    /**
     * Sees to it that the newest session of a conversation is closed when its time has come; the returned state is to be
     * stored. A set timer is left alone, since it finds out itself when it fires, unless it is too late: it was set before
     * the wall clock stepped back.
     */
    ConversationState watch(ConversationKey conversation, ConversationState current) {
        boolean open = current.newest().filter(session -> !session.closed()).isPresent();
        if (!open) {
            return current;
        }
        long closesAt = closesAt(current);
        if (current.closeTimerAt() > 0 && current.closeTimerAt() <= closesAt) {
            return current;
        }
        state.timers().set(new Timer(Kind.CLOSE, closesAt, 0, conversation));
        return current.withCloseTimer(closesAt);
    }

    /** Takes note that the wall clock stepped back to {@code now}: a task did not start in the future. */
    void clockSteppedBack(long now) {
        startedAt = Math.min(startedAt, now);
    }

    /** Serves what is due at {@code now}, UTC milliseconds of the wall clock. */
    void serve(long now) {
        for (Kind kind : Kind.values()) {
            for (Timer timer : state.timers().takeDue(kind, now, LIMIT)) {
                ConversationState current = state.conversations().get(timer.conversation());
                ConversationState after = kind == Kind.CLOSE ? close(timer, current, now) : announce(timer, current);
                if (!after.equals(current)) {
                    state.conversations().put(timer.conversation(), after);
                }
            }
        }
    }

    private ConversationState announce(Timer timer, ConversationState current) {
        return timeline.containing(timer.conversation(), current, timer.t0())
                .filter(session -> session.announced().pending())
                .map(session ->
                        timeline.store(timer.conversation(), current, announcer.due(timer.conversation(), session)))
                .orElse(current);
    }

    private ConversationState close(Timer timer, ConversationState current, long now) {
        if (timer.dueAt() != current.closeTimerAt()) {
            return current; // another timer took its place
        }
        ConversationState served = current.withCloseTimer(0);
        if (closesAt(served) > now) {
            return watch(timer.conversation(), served);
        }
        Session newest = served.newest().orElseThrow();
        return newest.closed() ? served : served.with(announcer.changed(timer.conversation(), newest.closed(true)));
    }

    private long closesAt(ConversationState current) {
        long silentAt =
                current.newest().orElseThrow().lastMessageAt() + timing.gap().toMillis() + 1;
        long settledAt = Math.max(current.lastArrivalAt(), startedAt)
                + timing.closeSettle().toMillis();
        return Math.max(silentAt, settledAt);
    }
}
