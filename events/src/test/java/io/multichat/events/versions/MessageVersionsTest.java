package io.multichat.events.versions;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.MessagePosition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class MessageVersionsTest {
    @Property
    void theGreatestRevisionIsShownAtTheLeastCreationPosition(@ForAll("versions") List<Version> versions) {
        List<Version> creations =
                versions.stream().filter(each -> each.revision().isCreation()).toList();

        MessageVersions known = added(versions);

        assertThat(known.shown())
                .isEqualTo(versions.stream().map(Version::revision).max(Comparator.naturalOrder()));
        assertThat(known.creation())
                .isEqualTo(creations.stream().map(Version::revision).max(Comparator.naturalOrder()));
        assertThat(known.position())
                .isEqualTo(creations.stream().map(Version::position).min(Comparator.naturalOrder()));
    }

    @Property
    void neitherOrderNorRepetitionMatters(@ForAll("versions") List<Version> versions, @ForAll Random random) {
        List<Version> again = new ArrayList<>(versions);
        for (int i = 0; i < versions.size(); i++) {
            again.add(versions.get(random.nextInt(versions.size())));
        }
        Collections.shuffle(again, random);

        assertSame(added(again), added(versions));
    }

    @Property
    void mergingTheResultsOfTwoPartsGivesTheResultOfTheWhole(
            @ForAll("versions") List<Version> versions, @ForAll Random random) {
        int cut = random.nextInt(versions.size() + 1);
        MessageVersions merged = new MessageVersions();

        for (List<Version> part : List.of(versions.subList(cut, versions.size()), versions.subList(0, cut))) {
            MessageVersions known = added(part);
            MessagePosition none = new MessagePosition(-1, 0, "ignored");
            known.creation()
                    .ifPresent(creation -> merged.add(creation, known.position().orElseThrow()));
            known.shown().ifPresent(shown -> merged.add(shown, known.position().orElse(none)));
        }

        assertSame(merged, added(versions));
    }

    @Test
    void withoutVersionsTheResultIsEmpty() {
        MessageVersions known = new MessageVersions();

        assertThat(known.shown()).isEmpty();
        assertThat(known.creation()).isEmpty();
        assertThat(known.position()).isEmpty();
    }

    /** Few distinct values, so that versions are often partly equal. */
    @Provide
    Arbitrary<List<Version>> versions() {
        Arbitrary<Revision> revisions = Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.longs().between(0, 2),
                        Arbitraries.bytes().array(byte[].class).ofMaxSize(1))
                .as((rank, at, value) -> new Revision(rank, rank == 0 ? 0 : at, value));
        Arbitrary<MessagePosition> positions = Combinators.combine(
                        Arbitraries.longs().between(0, 2), Arbitraries.longs().between(-1, 1))
                .as((sentAt, order) -> new MessagePosition(sentAt, order, "m"));
        return Combinators.combine(revisions, positions).as(Version::new).list().ofMaxSize(12);
    }

    private static MessageVersions added(List<Version> versions) {
        MessageVersions known = new MessageVersions();
        versions.forEach(each -> known.add(each.revision(), each.position()));
        return known;
    }

    private static void assertSame(MessageVersions actual, MessageVersions expected) {
        assertThat(actual.shown()).isEqualTo(expected.shown());
        assertThat(actual.creation()).isEqualTo(expected.creation());
        assertThat(actual.position()).isEqualTo(expected.position());
    }

    /** A version and its position assigned by the topology. */
    private record Version(Revision revision, MessagePosition position) {}
}
