package io.multichat.topology.state.participants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.multichat.events.SessionSnapshot.Participants;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A participant set behaves like a set in both of its forms. */
class ParticipantSetPropertyTest {
    @Property(tries = 300)
    void itDoesNotDependOnTheOrderInWhichItGrew(@ForAll("senders") List<String> senders, @ForAll Random random) {
        List<String> shuffled = new ArrayList<>(senders);
        Collections.shuffle(shuffled, random);

        assertThat(of(shuffled).bytes()).isEqualTo(of(senders).bytes());
    }

    @Property(tries = 300)
    void aUnionIsTheSetOfBoth(@ForAll("senders") List<String> some, @ForAll("senders") List<String> others) {
        List<String> all = new ArrayList<>(some);
        all.addAll(others);

        assertThat(of(some).union(of(others)).bytes()).isEqualTo(of(all).bytes());
        assertThat(of(others).union(of(some)).bytes()).isEqualTo(of(all).bytes());
    }

    @Property(tries = 300)
    void itIsExactUpToItsLimitAndSaysSo(@ForAll("senders") List<String> senders) {
        Set<String> distinct = new HashSet<>(senders);

        Participants counted = of(senders).count();

        assertThat(counted.approximate()).isEqualTo(distinct.size() > ParticipantSet.EXACT);
        if (!counted.approximate()) {
            assertThat(counted.count()).isEqualTo(distinct.size());
        }
    }

    /** Five standard errors of 3.4 % are exceeded once in millions of cases; the senders are the same in every run. */
    @Example
    void beyondItsLimitItIsAnEstimateOfBoundedErrorAndSize() {
        for (int size : new int[] {33, 100, 1_000, 10_000, 100_000}) {
            ParticipantSet set =
                    of(IntStream.range(0, size).mapToObj(i -> "sender " + i).toList());

            assertThat((double) set.count().count()).as("%d senders", size).isCloseTo(size, within(0.17 * size));
            assertThat(set.bytes()).hasSizeLessThanOrEqualTo(512);
        }
    }

    @Example
    void aKnownSenderLeavesTheVerySameSet() {
        ParticipantSet few = of(List.of("ada", "bob"));
        ParticipantSet many =
                of(IntStream.range(0, 500).mapToObj(i -> "sender " + i).toList());
        byte[] before = many.bytes().clone();

        assertThat(few.with(ParticipantSet.hash("ada"))).isSameAs(few);
        assertThat(many.with(ParticipantSet.hash("sender 7"))).isSameAs(many);
        many.with(ParticipantSet.hash("somebody new")).union(few);
        assertThat(Arrays.equals(many.bytes(), before)).as("a set is a value").isTrue();
    }

    @Provide
    Arbitrary<List<String>> senders() {
        return Arbitraries.integers()
                .between(0, 120)
                .map(i -> "sender " + i)
                .list()
                .ofMaxSize(140);
    }

    private static ParticipantSet of(List<String> senders) {
        ParticipantSet set = ParticipantSet.EMPTY;
        for (String sender : senders) {
            set = set.with(ParticipantSet.hash(sender));
        }
        return set;
    }
}
