package io.multichat.topology.law;

import io.multichat.events.EventType;
import io.multichat.topology.law.Draft.Since;
import io.multichat.topology.law.Draft.When;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Generated events of a few conversations: equal times, neighbours just within and just beyond the gap, explicit ends at, before
 * and after messages, repeated messages, edits and deletes of messages that arrive later or never, deletions of sessions and erasures of
 * senders, with and without holds that forbid them.
 */
final class Chatter {
    static final int CONVERSATIONS = 3;

    private static final int MOST = 40;

    private Chatter() {}

    static Arbitrary<List<Draft>> drafts() {
        return draft().list().ofMinSize(1).ofMaxSize(MOST);
    }

    /** @param failures true to include aborted transactions */
    static Arbitrary<List<Step>> steps(boolean failures) {
        return Combinators.combine(
                        draft(),
                        pauses(),
                        Arbitraries.of(true, false),
                        Arbitraries.frequency(Tuple.of(12, false), Tuple.of(failures ? 1 : 0, true)),
                        Arbitraries.integers().between(-40, 10).map(latest -> Math.max(0, latest)),
                        Arbitraries.frequency(Tuple.of(6, false), Tuple.of(1, true)))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(MOST);
    }

    private static Arbitrary<Draft> draft() {
        return Combinators.combine(
                        Arbitraries.frequency(Tuple.of(6, 0), Tuple.of(3, 1), Tuple.of(2, 2)),
                        types(),
                        Arbitraries.integers().between(0, 19),
                        whens(),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.longs().between(-2, 2).optional(0.2),
                        Arbitraries.integers().between(0, 5).optional(0.3))
                .as(Draft::new);
    }

    private static Arbitrary<EventType> types() {
        return Arbitraries.frequency(
                Tuple.of(16, EventType.MESSAGE_CREATED),
                Tuple.of(3, EventType.SESSION_ENDED),
                Tuple.of(3, EventType.MESSAGE_EDITED),
                Tuple.of(2, EventType.MESSAGE_DELETED),
                Tuple.of(1, EventType.REACTION_ADDED),
                Tuple.of(1, EventType.PARTICIPANT_JOINED),
                Tuple.of(3, EventType.SESSION_DELETED),
                Tuple.of(2, EventType.PARTICIPANT_ERASED),
                Tuple.of(1, EventType.HOLD_SET),
                Tuple.of(1, EventType.HOLD_CLEARED));
    }

    private static Arbitrary<When> whens() {
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(20, Since.START),
                                Tuple.of(7, Since.NOW),
                                Tuple.of(5, Since.EARLIER),
                                Tuple.of(1, Since.YEARS_BEFORE),
                                Tuple.of(1, Since.EPOCH)),
                        Arbitraries.integers().between(0, When.LAST_HALF),
                        Arbitraries.integers().between(-1, 1))
                .as(When::new);
    }

    /** No pause, a moment, the snapshot interval, the settling time, a gap more or less, and the waiting time of edits. */
    private static Arbitrary<Long> pauses() {
        return Arbitraries.frequency(
                Tuple.of(12, 0L),
                Tuple.of(2, 300L),
                Tuple.of(2, 1_000L),
                Tuple.of(1, 9_900L),
                Tuple.of(1, 10_300L),
                Tuple.of(1, 240_001L),
                Tuple.of(1, 479_999L),
                Tuple.of(1, 1_234_567L),
                Tuple.of(1, 3_600_000L));
    }
}
