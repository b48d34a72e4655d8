package io.multichat.benchmarks.flink;

import io.multichat.benchmarks.flink.Session.Announced;
import io.multichat.events.Conversation;
import io.multichat.events.SessionId;
import io.multichat.events.SessionStatus;
import io.multichat.events.codec.SnapshotEncoder;
import java.time.Duration;

/** Sends snapshots: the first change of a session at once, further ones together after the snapshot interval. */
final class Announcer {
    private final SnapshotEncoder encoder = new SnapshotEncoder();
    private final Duration gap;
    private final long interval;

    Announcer(Rules rules) {
        this.gap = rules.gap();
        this.interval = rules.snapshotInterval().toMillis();
    }

    /** Sends a snapshot now, or sets a timer if the last one was sent less than an interval ago. */
    Session changed(Turn turn, Session session) {
        Announced announced = session.announced();
        if (announced.version() == 0 || isDue(turn, session)) {
            return announce(turn, session);
        }
        if (announced.pending()) {
            return session;
        }
        JobCounts.PENDING.incrementAndGet();
        turn.timers().registerProcessingTimeTimer(announced.at() + interval);
        return session.with(new Announced(announced.version(), announced.at(), true));
    }

    /** True once the snapshot interval after the last snapshot has passed. */
    boolean isDue(Turn turn, Session session) {
        return turn.now() >= session.announced().at() + interval;
    }

    Session announce(Turn turn, Session session) {
        return send(turn, session, session.status(gap));
    }

    /** Announces that a session was merged into another. */
    void redirect(Turn turn, Session merged, SessionId survivor) {
        send(turn, merged, SessionStatus.mergedInto(survivor));
    }

    private Session send(Turn turn, Session session, SessionStatus status) {
        if (session.announced().pending()) {
            JobCounts.PENDING.decrementAndGet();
        }
        Session announced = session.with(new Announced(session.announced().version() + 1, turn.now(), false));
        byte[] value = encoder.encode(announced.snapshot(Conversation.ofKey(turn.conversation()), status, gap));
        turn.out().collect(Output.snapshot(turn.conversation(), session.id(), value));
        return announced;
    }
}
