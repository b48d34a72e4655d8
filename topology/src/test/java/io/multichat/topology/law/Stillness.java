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
 * Whether the last session of a conversation is open, by the wall clock alone: silence closes it when the clock has passed its
 * end and no event has arrived for a while. Times are UTC milliseconds of the wall clock.
 */
final class Stillness {
    /** When all that is due is done, at the latest: a tick and an announcement later. */
    private static final long SLACK_MS = 3_000;

    private final PlainTimeline timeline;
    private final long settleMs;
    private long arrivedAt;
    private long acceptedAt;

    /** An instant of the session that silence may have closed. */
    private OptionalLong closed = OptionalLong.empty();

    Stillness(PlainTimeline timeline, Timing timing) {
        this.timeline = timeline;
        this.settleMs = timing.closeSettle().toMillis();
    }

    /** A task starts; nobody knows what was before. */
    void starts(long now) {
        arrivedAt = now;
        acceptedAt = now;
    }

    /** An event came, accepted or not; the timeline has it. */
    void arrives(long now, boolean accepted) {
        arrivedAt = now;
        acceptedAt = accepted ? now : acceptedAt;
        last().filter(session -> now <= timeline.closing(session).at())
                .ifPresent(session -> closed = OptionalLong.empty());
    }

    /** The clock is looked at. */
    void ticks(long now) {
        last().filter(session -> now > timeline.closing(session).at() && now >= acceptedAt + settleMs)
                .ifPresent(session -> closed = OptionalLong.of(session.lastMessageAt()));
    }

    /** What is told of the last session; empty when that depends on what is not promised. */
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
