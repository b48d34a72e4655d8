package io.multichat.reading.details;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.EventType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ReactionsPropertyTest {
    @Property
    void neitherArrivalNorRepetitionMatters(@ForAll("changes") List<GivenReaction> changes, @ForAll Random random) {
        List<GivenReaction> again = new ArrayList<>(changes);
        changes.forEach(change -> again.add(changes.get(random.nextInt(changes.size()))));
        Collections.shuffle(again, random);

        assertThat(GivenReaction.standing(again)).isEqualTo(GivenReaction.standing(changes));
    }

    @Provide
    Arbitrary<List<GivenReaction>> changes() {
        return Combinators.combine(
                        Arbitraries.of(EventType.REACTION_ADDED, EventType.REACTION_REMOVED),
                        Arbitraries.of("ada", "bob", "eve"),
                        Arbitraries.of("+1", "tada", ""),
                        Arbitraries.longs().between(0, 3),
                        Arbitraries.longs().between(0, 1))
                .as(GivenReaction::new)
                .list()
                .ofMaxSize(12);
    }
}
