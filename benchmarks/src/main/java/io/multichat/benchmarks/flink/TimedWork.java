package io.multichat.benchmarks.flink;

import java.util.Optional;

/** The work of timers: snapshots that are due, and closing sessions that have fallen silent. */
final class TimedWork {
    private final ConversationStore store;
    private final Announcer announcer;
    private final long gap;
    private final long settle;

    TimedWork(ConversationStore store, Announcer announcer, Rules rules) {
        this.store = store;
        this.announcer = announcer;
        this.gap = rules.gap().toMillis();
        this.settle = rules.closeSettle().toMillis();
    }

    /** Does what is due in a conversation. Stores everything but the conversation itself. */
    ConversationState serve(Turn turn, ConversationState state) throws Exception {
        return closed(turn, announced(turn, state));
    }

    private ConversationState announced(Turn turn, ConversationState state) throws Exception {
        ConversationState after = state;
        Optional<Session> newest = state.newest().filter(session -> isDue(turn, session));
        if (newest.isPresent()) {
            after = after.with(announcer.announce(turn, newest.get()));
        }
        if (!state.pastPending()) {
            return after;
        }
        boolean pending = false;
        for (Session session : store.all()) {
            if (isDue(turn, session)) {
                store.putPast(announcer.announce(turn, session));
            } else {
                pending |= session.announced().pending();
            }
        }
        return after.withPastPending(pending);
    }

    private boolean isDue(Turn turn, Session session) {
        return session.announced().pending() && announcer.isDue(turn, session);
    }

    private ConversationState closed(Turn turn, ConversationState state) {
        if (state.closeTimerAt() == 0 || state.closeTimerAt() > turn.now()) {
            return state;
        }
        ConversationState served = state.withCloseTimer(0);
        Session newest = state.newest().orElseThrow();
        return !newest.open() || closesAt(state, newest) > turn.now()
                ? watch(turn, served)
                : served.with(announcer.changed(turn, newest.withOpen(false)));
    }

    /** Sets a timer that will close the newest session. An earlier one is kept: it looks again when it fires. */
    ConversationState watch(Turn turn, ConversationState state) {
        Session newest = state.newest().orElseThrow();
        if (!newest.open() || state.closeTimerAt() != 0) {
            return state;
        }
        long closesAt = closesAt(state, newest);
        turn.timers().registerProcessingTimeTimer(closesAt);
        return state.withCloseTimer(closesAt);
    }

    private long closesAt(ConversationState state, Session newest) {
        long over = newest.lastMessageAt() + gap + 1;
        return Math.max(over, state.arrivedAt() + settle);
    }
}
