package io.multichat.topology.law;

import io.multichat.events.EventType;
import io.multichat.topology.testing.Story;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Generated events of a few conversations: with ties, with neighbours just within the gap and just beyond it, with messages
 * that come twice, and with edits and deletes of messages that come later, or never.
 */
final class Chatter {
    static final int CONVERSATIONS = 3;

    private Chatter() {}

    static Arbitrary<List<Draft>> drafts() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, CONVERSATIONS - 1),
                        types(),
                        Arbitraries.integers().between(0, 11),
                        times(),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.longs().between(-2, 2).optional(0.2),
                        Arbitraries.integers().between(0, 3).optional(0.3),
                        Arbitraries.integers().between(0, 5))
                .as(Draft::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    private static Arbitrary<EventType> types() {
        return Arbitraries.frequency(
                Tuple.of(14, EventType.MESSAGE_CREATED),
                Tuple.of(3, EventType.MESSAGE_EDITED),
                Tuple.of(2, EventType.MESSAGE_DELETED),
                Tuple.of(1, EventType.REACTION_ADDED),
                Tuple.of(1, EventType.PARTICIPANT_JOINED));
    }

    /** Half gaps, and a millisecond more or less: sums of two are the gap and its neighbours. */
    private static Arbitrary<Long> times() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 14),
                        Arbitraries.integers().between(-1, 1))
                .as((halves, more) -> halves * (Story.GAP / 2) + more);
    }
}
