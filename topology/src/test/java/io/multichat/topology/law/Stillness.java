package io.multichat.topology.law;

import io.multichat.events.SessionStatus.ClosedBy;
import io.multichat.events.SessionStatus.State;
import io.multichat.topology.law.model.PlainClosing;
import io.multichat.topology.law.model.PlainSession;
import io.multichat.topology.law.model.PlainTimeline;
import io.multichat.topology.settings.TopologySettings.Timing;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The expected status of a conversation's last session, which depends on the wall clock: silence closes it when the clock has
 * passed its end and no event has arrived for the settling time. Times are UTC milliseconds of the wall clock.
 */
final class Stillness {
    /** The longest delay of due work: a tick and an announcement. */
    private static final long SLACK_MS = 3_000;

    private final PlainTimeline timeline;
    private final long settleMs;
    private long arrivedAt;
    private long acceptedAt;
    /** The last session after the latest event; a deletion may leave an earlier one. */
    private Optional<PlainSession> newest = Optional.empty();

    /** An instant in the session that silence may have closed. */
    private OptionalLong closed = OptionalLong.empty();

    Stillness(PlainTimeline timeline, Timing timing) {
        this.timeline = timeline;
        this.settleMs = timing.closeSettle().toMillis();
    }

    /** A task starts; it does not know about earlier arrivals. */
    void starts(long now) {
        arrivedAt = now;
        acceptedAt = now;
    }

    /** An event arrived, accepted or not; the timeline already contains it. */
    void arrives(long now, boolean accepted) {
        arrivedAt = now;
        acceptedAt = accepted ? now : acceptedAt;
        last().filter(session -> now <= timeline.closing(session).at())
                .ifPresent(session -> closed = OptionalLong.empty());
        last().filter(session -> newest.stream().anyMatch(gone -> session.lastMessageAt() < gone.startedAt()))
                .filter(session -> now > timeline.closing(session).at())
                .ifPresent(session -> closed = OptionalLong.of(session.lastMessageAt()));
        newest = last();
    }

    /** A tick. */
    void ticks(long now) {
        last().filter(session -> now > timeline.closing(session).at() && now >= acceptedAt + settleMs)
                .ifPresent(session -> closed = OptionalLong.of(session.lastMessageAt()));
    }

    /** The expected state of the last session; empty when either state is allowed. */
    Optional<State> last(long now) {
        PlainSession session = last().orElseThrow();
        PlainClosing closing = timeline.closing(session);
        if (closing.by() == ClosedBy.END) {
            return Optional.of(State.CLOSED);
        }
        if (now <= closing.at() || closed.stream().noneMatch(session::contains)) {
            return Optional.of(State.OPEN);
        }
        boolean surely = now > closing.at() + SLACK_MS && now > arrivedAt + settleMs + SLACK_MS;
        return surely ? Optional.of(State.CLOSED) : Optional.empty();
    }

    private Optional<PlainSession> last() {
        List<PlainSession> sessions = timeline.sessions();
        return sessions.isEmpty() ? Optional.empty() : Optional.of(sessions.get(sessions.size() - 1));
    }
}
