package io.multichat.sinks.core.conformance.history;

import io.multichat.sinks.core.conformance.history.History.Fate;
import io.multichat.sinks.core.conformance.history.History.Step;
import io.multichat.sinks.core.conformance.history.Utterance.RecordType;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/** Generates random histories: short, but with everything that can happen to logs and their readers. */
public final class Histories {
    private Histories() {}

    public static Arbitrary<History> any() {
        Arbitrary<Integer> seeds =
                Arbitraries.integers().between(0, 1_000).withDistribution(RandomDistribution.uniform());
        return Combinators.combine(
                        Arbitraries.integers().between(1, 3), list(utterances(), 45), seeds, list(steps(), 40))
                .as(History::new);
    }

    private static <T> Arbitrary<List<T>> list(Arbitrary<T> elements, int most) {
        return elements.list().ofMaxSize(most).withSizeDistribution(RandomDistribution.uniform());
    }

    private static Arbitrary<Utterance> utterances() {
        // Poison records and gaps are frequent enough to occur in most logs, and rare enough to leave valid records
        // between them.
        Arbitrary<RecordType> recordTypes = Arbitraries.frequency(
                Tuple.of(24, RecordType.CREATION),
                Tuple.of(8, RecordType.EDIT),
                Tuple.of(6, RecordType.DELETE),
                Tuple.of(4, RecordType.REACTION),
                Tuple.of(2, RecordType.JOIN),
                Tuple.of(2, RecordType.END),
                Tuple.of(2, RecordType.DELETE_SESSION),
                Tuple.of(2, RecordType.ERASE_PARTICIPANT),
                Tuple.of(1, RecordType.HOLD),
                Tuple.of(3, RecordType.GAP),
                Tuple.of(1, RecordType.NO_JSON),
                Tuple.of(1, RecordType.NO_VALUE),
                Tuple.of(1, RecordType.NO_HEADERS),
                Tuple.of(1, RecordType.HALF_A_SURROGATE_PAIR),
                Tuple.of(1, RecordType.FOREIGN));
        Arbitrary<Integer> conversations =
                Arbitraries.frequency(Tuple.of(6, 0), Tuple.of(2, 1), Tuple.of(1, 2), Tuple.of(1, 3), Tuple.of(2, 4));
        return Combinators.combine(
                        recordTypes, conversations, below(Strangers.MESSAGE_IDS.size()), below(13), below(12))
                .as(Utterance::new);
    }

    private static Arbitrary<Step> steps() {
        Arbitrary<Fate> fates = Arbitraries.frequency(
                Tuple.of(24, Fate.POLL),
                Tuple.of(3, Fate.IDLE),
                Tuple.of(6, Fate.COMMIT),
                Tuple.of(3, Fate.STOP),
                Tuple.of(3, Fate.CRASH),
                Tuple.of(2, Fate.REBALANCE),
                Tuple.of(1, Fate.RESET_OFFSETS),
                Tuple.of(4, Fate.DISTURB),
                Tuple.of(3, Fate.HEAL),
                Tuple.of(1, Fate.LOSE),
                Tuple.of(3, Fate.TIME_PASSES),
                Tuple.of(1, Fate.REPORTS_FAIL),
                Tuple.of(1, Fate.REPORTS_ARE_LOST),
                Tuple.of(2, Fate.REPORTS_ARRIVE),
                Tuple.of(2, Fate.READ));
        Arbitrary<Integer> slots = Arbitraries.frequency(Tuple.of(3, 0), Tuple.of(1, 1));
        return Combinators.combine(fates, slots, below(20)).as(Step::new);
    }

    private static Arbitrary<Integer> below(int bound) {
        return Arbitraries.integers().between(0, bound - 1).withDistribution(RandomDistribution.uniform());
    }
}
