package io.multichat.topology.sessions;

import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.events.codec.SnapshotEncoder;
import io.multichat.topology.ingest.Pace;
import io.multichat.topology.settings.Names;
import io.multichat.topology.settings.TopologySettings;
import io.multichat.topology.state.Announced;
import io.multichat.topology.state.ConversationKey;
import io.multichat.topology.state.ConversationState;
import io.multichat.topology.state.Session;
import io.multichat.topology.state.TimerStore;
import io.multichat.topology.state.TimerStore.Timer;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Publishes snapshots of changed sessions: the first change at once, all further changes together when
 * {@code snapshot.interval} has passed, or {@code catch.up.interval} in a backlog. A pending announcement is part of the session's
 * state, so it survives a crash; the caller stores each session that a method returns.
 */
final class Announcer {
    private final ProcessorContext<OutputKey, byte[]> context;
    private final TimerStore timers;
    private final TopologySettings settings;
    private final Pace pace;
    private final SnapshotEncoder encoder = new SnapshotEncoder();

    Announcer(ProcessorContext<OutputKey, byte[]> context, PartitionContext partition) {
        this.context = context;
        this.timers = partition.state().timers();
        this.settings = partition.settings();
        this.pace = partition.pace();
    }

    /**
     * Announces a changed session now, or marks it as pending if it was announced less than an interval ago. In a backlog, the first
     * announcement is postponed too.
     */
    Session changed(ConversationKey conversation, Session session) {
        Announced announced = session.announced();
        if (announced.equals(Announced.NOTHING) && pace.isBacklog()) {
            announced = new Announced(0, context.currentSystemTimeMs(), true);
        }
        return waits(announced)
                ? session.with(new Announced(announced.version(), announced.at(), true))
                : announce(conversation, session);
    }

    /** Announces a session when a timer fires, if it is pending and not announced since the timer was set. */
    Session due(ConversationKey conversation, Session session) {
        return session.announced().pending() && !waits(session.announced()) ? announce(conversation, session) : session;
    }

    /**
     * Ensures that a timer will announce the newest session if it is pending. Returns the new state of the conversation; the caller
     * stores it. An earlier timer is kept, because the session is checked again when it fires.
     */
    ConversationState watch(ConversationKey conversation, ConversationState current) {
        Optional<Announced> pending = current.newest().map(Session::announced).filter(Announced::pending);
        if (pending.isEmpty()) {
            return current;
        }
        long dueAt = dueAt(pending.get());
        if (current.announceTimerAt() > 0 && current.announceTimerAt() <= dueAt) {
            return current;
        }
        timers.set(new Timer(TimerStore.Kind.ANNOUNCE_NEWEST, dueAt, 0, conversation));
        return current.withAnnounceTimer(dueAt);
    }

    /** Sets a timer that announces a session other than the newest one if it is pending. */
    void watchPast(ConversationKey conversation, Session session) {
        if (session.announced().pending()) {
            timers.set(new Timer(
                    TimerStore.Kind.ANNOUNCE_PAST,
                    dueAt(session.announced()),
                    session.id().t0(),
                    conversation));
        }
    }

    /** Announces a session now. */
    Session announce(ConversationKey conversation, Session session) {
        Session announced =
                session.with(new Announced(session.announced().version() + 1, context.currentSystemTimeMs(), false));
        send(conversation, announced);
        return announced;
    }

    /** Announces that a session was merged into {@code survivor}. */
    void redirect(ConversationKey conversation, Session merged, SessionId survivor) {
        announce(conversation, merged.with(SessionStatus.mergedInto(survivor)));
    }

    /** True within the interval after an announcement. One in the future was made before the clock stepped back and is ignored. */
    private boolean waits(Announced announced) {
        long now = context.currentSystemTimeMs();
        return announced.at() > 0
                && announced.at() <= now
                && now < announced.at() + pace.snapshotInterval().toMillis();
    }

    /** The timer is for the interval of fresh records; it is served later as long as the backlog lasts. */
    private long dueAt(Announced announced) {
        return announced.at() + settings.timing().snapshotInterval().toMillis();
    }

    private void send(ConversationKey key, Session session) {
        Duration gap = settings.rules().gap(key.text());
        SessionSnapshot snapshot = session.toSnapshot(key.conversation(), gap, settings.generation());
        context.forward(
                new Record<>(
                        OutputKey.of(session.id(), key.conversation()),
                        encoder.encode(snapshot),
                        context.currentSystemTimeMs()),
                Names.TO_SNAPSHOTS);
    }
}
