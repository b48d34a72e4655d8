package io.multichat.topology.sessions;

import io.multichat.topology.state.ConversationKey;
import io.multichat.topology.state.ConversationState;
import io.multichat.topology.state.Conversations;
import io.multichat.topology.state.Session;
import io.multichat.topology.state.SessionIndex;
import io.multichat.topology.state.TimerStore;
import io.multichat.topology.state.TimerStore.Kind;
import io.multichat.topology.state.TimerStore.Timer;

/**
 * What happens by the wall clock alone: sessions are announced again and, when their conversation stays silent, closed.
 *
 * <p>The work of one call is bounded, so that a million sessions due at once never outlive a transaction; what is left is
 * done by the next calls.
 */
final class TimedWork {
    /** The most timers of a kind that one call serves. */
    static final int LIMIT = 2_000;

    private final PartitionContext partition;
    private final TimerStore timers;
    private final Conversations conversations;
    private final SessionIndex index;
    private final SplitRules splitRules;
    private final OpenOrClosed openOrClosed;
    private final Announcer announcer;
    private long startedAt;

    TimedWork(PartitionContext partition, SplitRules splitRules, Announcer announcer) {
        this.partition = partition;
        this.timers = partition.state().timers();
        this.conversations = partition.state().conversations();
        this.index = new SessionIndex(partition.state().pastSessions());
        this.splitRules = splitRules;
        this.openOrClosed = new OpenOrClosed(partition, splitRules);
        this.announcer = announcer;
        this.startedAt = partition.now();
    }

    /**
     * Sees to it that the newest session of a conversation is closed when its time has come; the returned state is to be
     * stored. A set timer is left alone, since it finds out itself when it fires, unless it is too late: it was set before
     * the wall clock stepped back.
     */
    ConversationState watch(ConversationKey conversation, ConversationState current) {
        boolean open = current.newest().filter(Session::isOpen).isPresent();
        if (!open) {
            return current;
        }
        long closesAt = closesAt(conversation, current);
        if (current.closeTimerAt() > 0 && current.closeTimerAt() <= closesAt) {
            return current;
        }
        timers.set(new Timer(Kind.CLOSE, closesAt, 0, conversation));
        return current.withCloseTimer(closesAt);
    }

    /** Takes note that the wall clock stepped back to {@code now}: a partition did not start in the future. */
    void clockSteppedBack(long now) {
        startedAt = Math.min(startedAt, now);
    }

    /** Serves what is due at {@code now}, UTC milliseconds of the wall clock. */
    void serve(long now) {
        for (Kind kind : Kind.values()) {
            for (Timer timer : timers.takeDue(kind, now, LIMIT)) {
                ConversationState current = conversations.get(timer.conversation());
                ConversationState after = kind == Kind.CLOSE ? close(timer, current, now) : announce(timer, current);
                if (!after.equals(current)) {
                    conversations.put(timer.conversation(), after);
                }
            }
        }
    }

    private ConversationState announce(Timer timer, ConversationState current) {
        return index.containing(timer.conversation(), current, timer.t0())
                .filter(session -> session.announced().pending())
                .map(session ->
                        index.store(timer.conversation(), current, announcer.due(timer.conversation(), session)))
                .orElse(current);
    }

    private ConversationState close(Timer timer, ConversationState current, long now) {
        if (timer.dueAt() != current.closeTimerAt()) {
            return current; // another timer took its place
        }
        ConversationState served = current.withCloseTimer(0);
        if (served.newest().filter(Session::isOpen).isEmpty()) {
            return served;
        }
        if (closesAt(timer.conversation(), served) > now) {
            return watch(timer.conversation(), served);
        }
        Session closed = openOrClosed.closed(
                timer.conversation(), served, served.newest().get());
        return served.with(announcer.changed(timer.conversation(), closed));
    }

    private long closesAt(ConversationKey conversation, ConversationState current) {
        long last = current.newest().orElseThrow().lastMessageAt();
        long overAt = splitRules.closing(conversation, current, last).closedAt().orElseThrow() + 1;
        long settledAt = Math.max(current.lastArrivalAt(), startedAt)
                + partition.settings().timing().closeSettle().toMillis();
        return Math.max(overAt, settledAt);
    }
}
