package io.multichat.topology.sessions;

import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.events.codec.SnapshotEncoder;
import io.multichat.topology.settings.Names;
import io.multichat.topology.settings.TopologySettings;
import io.multichat.topology.state.Announced;
import io.multichat.topology.state.ConversationKey;
import io.multichat.topology.state.Session;
import io.multichat.topology.state.TimerStore;
import io.multichat.topology.state.TimerStore.Timer;
import java.time.Duration;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Tells the world of sessions: the first change at once, further ones after at most {@code snapshot.interval}, one snapshot
 * for all of them. What is told, and that something is still to be told, is part of the session's state; the caller stores
 * the session that it gets back.
 */
final class Announcer {
    private final ProcessorContext<OutputKey, byte[]> context;
    private final TimerStore timers;
    private final TopologySettings settings;
    private final SnapshotEncoder encoder = new SnapshotEncoder();

    Announcer(ProcessorContext<OutputKey, byte[]> context, PartitionContext partition) {
        this.context = context;
        this.timers = partition.state().timers();
        this.settings = partition.settings();
    }

    /** Announces a changed session now or, when it was announced just before, later. */
    Session changed(ConversationKey conversation, Session session) {
        if (!waits(session)) {
            return announce(conversation, session);
        }
        Announced announced = session.announced();
        if (!announced.pending()) {
            remind(conversation, session);
        }
        return session.with(new Announced(announced.version(), announced.at(), true));
    }

    /**
     * Announces a session of which a timer says that it is pending. Not so when it was announced since and then changed
     * again, as the timer is an old one then: the session waits for its own.
     */
    Session due(ConversationKey conversation, Session session) {
        if (!session.announced().pending()) {
            return session;
        }
        if (waits(session)) {
            remind(conversation, session);
            return session;
        }
        return announce(conversation, session);
    }

    /** Announces a session now. */
    Session announce(ConversationKey conversation, Session session) {
        Session told =
                session.with(new Announced(session.announced().version() + 1, context.currentSystemTimeMs(), false));
        send(conversation, told);
        return told;
    }

    /** Announces that a session is no more, as its messages belong to {@code survivor}. */
    void redirect(ConversationKey conversation, Session merged, SessionId survivor) {
        announce(conversation, merged.with(SessionStatus.mergedInto(survivor)));
    }

    /** True within the interval after an announcement; an announcement in the future was made before the clock stepped back. */
    private boolean waits(Session session) {
        Announced announced = session.announced();
        long now = context.currentSystemTimeMs();
        return announced.version() > 0 && announced.at() <= now && now < nextAt(announced);
    }

    private void remind(ConversationKey conversation, Session session) {
        long dueAt = nextAt(session.announced());
        timers.set(new Timer(TimerStore.Kind.ANNOUNCE, dueAt, session.id().t0(), conversation));
    }

    private long nextAt(Announced announced) {
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
