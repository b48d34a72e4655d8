package io.multichat.events;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Snapshots in every state. */
final class AnySnapshot {
    private AnySnapshot() {}

    static Arbitrary<SessionSnapshot> snapshots() {
        Arbitrary<String> ids = AnyText.notEmpty(40);
        Arbitrary<Duration> gaps =
                Arbitraries.longs().between(1, Duration.ofDays(400).toMillis()).map(Duration::ofMillis);
        return Combinators.combine(
                        sessionIds(), AnyText.conversations(), statuses(), spans(), counts(), ids, gaps, versions())
                .as((id, conversation, status, span, counts, messageId, gap, version) -> new SessionSnapshot(
                        id, conversation, status, span, counts, messageId, messageId + "x", gap, version));
    }

    private static Arbitrary<SessionId> sessionIds() {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(SessionId::new);
    }

    private static Arbitrary<SessionStatus> statuses() {
        SessionStatus deleted = new SessionStatus(
                SessionStatus.State.DELETED, Optional.empty(), OptionalLong.empty(), Optional.empty());
        return Arbitraries.oneOf(
                Arbitraries.of(SessionStatus.OPEN, deleted),
                sessionIds().map(SessionStatus::mergedInto),
                Combinators.combine(AnyEvent.times(), Arbitraries.of(SessionStatus.ClosedBy.class))
                        .as(SessionStatus::closed));
    }

    private static Arbitrary<SessionSnapshot.Span> spans() {
        return Combinators.combine(AnyEvent.times(), AnyEvent.times())
                .as((one, other) -> new SessionSnapshot.Span(Math.min(one, other), Math.max(one, other)));
    }

    private static Arbitrary<SessionSnapshot.Counts> counts() {
        Arbitrary<Long> numbers = Arbitraries.longs().greaterOrEqual(0);
        Arbitrary<SessionSnapshot.Participants> participants =
                Combinators.combine(numbers, Arbitraries.of(true, false)).as(SessionSnapshot.Participants::new);
        Arbitrary<RoleCounts> roles =
                Combinators.combine(numbers, numbers, numbers, numbers, numbers).as(RoleCounts::new);
        return Combinators.combine(numbers, numbers, numbers, numbers, participants, roles)
                .as(SessionSnapshot.Counts::new);
    }

    private static Arbitrary<SessionSnapshot.Version> versions() {
        return Combinators.combine(
                        Arbitraries.integers().greaterOrEqual(0),
                        Arbitraries.longs().greaterOrEqual(0))
                .as(SessionSnapshot.Version::new);
    }
}
