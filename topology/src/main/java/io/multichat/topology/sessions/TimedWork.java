package io.multichat.topology.sessions;

import io.multichat.topology.state.ConversationKey;
import io.multichat.topology.state.ConversationState;
import io.multichat.topology.state.Conversations;
import io.multichat.topology.state.Session;
import io.multichat.topology.state.SessionIndex;
import io.multichat.topology.state.TimerStore;
import io.multichat.topology.state.TimerStore.Kind;
import io.multichat.topology.state.TimerStore.Timer;
import java.time.Duration;

/**
 * Work that the wall clock triggers: publishes pending announcements and closes sessions whose conversation stays silent.
 *
 * <p>Each call does a bounded amount of work, so that a million timers due at once never outlast a transaction; the next calls
 * do the rest.
 */
final class TimedWork {
    /** Maximum number of timers of each kind that one call serves. */
    static final int LIMIT = 2_000;

    private final PartitionContext partition;
    private final TimerStore timers;
    private final Conversations conversations;
    private final ChangedSessions sessions;
    private final SessionIndex index;
    private final SplitRules splitRules;
    private final OpenOrClosed openOrClosed;
    private final Announcer announcer;
    private long startedAt;

    TimedWork(PartitionContext partition, SplitRules splitRules, Announcer announcer) {
        this.partition = partition;
        this.timers = partition.state().timers();
        this.conversations = partition.state().conversations();
        this.sessions = new ChangedSessions(partition.state().pastSessions(), announcer);
        this.index = new SessionIndex(partition.state().pastSessions());
        this.splitRules = splitRules;
        this.openOrClosed = new OpenOrClosed(partition, splitRules);
        this.announcer = announcer;
        this.startedAt = partition.now();
    }

    /**
     * Ensures that timers will announce the newest session of a conversation if that is pending, and close it when it is due. Returns
     * the new state of the conversation; the caller stores it. An earlier timer is kept, because it checks the due time again when it
     * fires. A later one, set before the wall clock stepped back, is replaced.
     */
    ConversationState watch(ConversationKey conversation, ConversationState current) {
        ConversationState watched = announcer.watch(conversation, current);
        boolean open = watched.newest().filter(Session::isOpen).isPresent();
        if (!open) {
            return watched;
        }
        long closesAt = closesAt(conversation, watched);
        if (watched.closeTimerAt() > 0 && watched.closeTimerAt() <= closesAt) {
            return watched;
        }
        timers.set(new Timer(Kind.CLOSE, closesAt, 0, conversation));
        return watched.withCloseTimer(closesAt);
    }

    /** Records that the wall clock stepped back to {@code now}, so that the task's start is not in the future. */
    void clockSteppedBack(long now) {
        startedAt = Math.min(startedAt, now);
    }

    /** Serves the timers that are due at {@code now}, UTC milliseconds of the wall clock. */
    void serve(long now) {
        for (Kind kind : Kind.values()) {
            for (Timer timer : timers.takeDue(kind, kind == Kind.CLOSE ? now : now - delayMs(), LIMIT)) {
                partition.pace().changed();
                ConversationState current = conversations.get(timer.conversation());
                ConversationState after = switch (kind) {
                    case ANNOUNCE_NEWEST -> announceNewest(timer, current);
                    case ANNOUNCE_PAST -> announcePast(timer, current);
                    case CLOSE -> close(timer, current, now);
                };
                if (!after.equals(current)) {
                    conversations.put(timer.conversation(), after);
                }
            }
        }
    }

    /** How much later than in a fresh partition snapshots are announced, in milliseconds. */
    private long delayMs() {
        Duration fresh = partition.settings().timing().snapshotInterval();
        return partition.pace().snapshotInterval().minus(fresh).toMillis();
    }

    private ConversationState announceNewest(Timer timer, ConversationState current) {
        if (timer.dueAt() != current.announceTimerAt()) {
            return current; // replaced by another timer
        }
        ConversationState served = current.withAnnounceTimer(0);
        ConversationState announced = served.newest()
                .map(session -> served.with(announcer.due(timer.conversation(), session)))
                .orElse(served);
        return announcer.watch(timer.conversation(), announced);
    }

    private ConversationState announcePast(Timer timer, ConversationState current) {
        index.pastWith(timer.conversation(), timer.t0())
                .filter(session -> session.announced().pending())
                .map(session -> announcer.due(timer.conversation(), session))
                .ifPresent(session -> sessions.putPast(timer.conversation(), session));
        return current;
    }

    private ConversationState close(Timer timer, ConversationState current, long now) {
        if (timer.dueAt() != current.closeTimerAt()) {
            return current; // replaced by another timer
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
        return announcer.watch(timer.conversation(), served.with(announcer.changed(timer.conversation(), closed)));
    }

    private long closesAt(ConversationKey conversation, ConversationState current) {
        long last = current.newest().orElseThrow().lastMessageAt();
        long overAt = splitRules.closing(conversation, current, last).closedAt().orElseThrow() + 1;
        long settledAt = Math.max(current.lastArrivalAt(), startedAt)
                + partition.settings().timing().closeSettle().toMillis();
        return Math.max(overAt, settledAt);
    }
}
