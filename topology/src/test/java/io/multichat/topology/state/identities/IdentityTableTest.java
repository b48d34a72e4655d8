package io.multichat.topology.state.identities;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** The table holds what a map would hold, and visits it in the order of the bytes. */
class IdentityTableTest {
    private final IdentityTable table = new IdentityTable();
    private final Map<Identity, Long> model = new HashMap<>();

    @Property(tries = 200)
    void itHoldsWhatWasAddedAndNothingElse(@ForAll @Size(max = 2_000) List<Long> numbers) {
        IdentityTable any = new IdentityTable();
        Map<Identity, Long> expected = new HashMap<>();
        for (long number : numbers) {
            Identity identity = Identity.of(Numbered.identity(number));
            any.put(identity.high(), identity.low(), number & Long.MAX_VALUE);
            expected.putIfAbsent(identity, number & Long.MAX_VALUE);
        }

        assertHolds(any, expected);
        assertThat(any.sentAt(new Identity(5, 5))).isEmpty();
    }

    @Example
    void identitiesWithEqualBeginningsAreKeptApart() {
        for (long number = 3_000; number > 0; number--) {
            put(-1, number);
            put(0, number);
        }

        assertHolds(table, model);
    }

    @Example
    void theFirstTimeOfAnIdentityCounts() {
        put(7, 7);
        table.put(7, 7, 99);

        assertHolds(table, model);
    }

    private void put(long high, long low) {
        table.put(high, low, low);
        model.put(new Identity(high, low), low);
    }

    private static void assertHolds(IdentityTable table, Map<Identity, Long> expected) {
        List<ByteBuffer> visited = new ArrayList<>();
        table.forEach((high, low, sentAt) -> {
            assertThat(expected.get(new Identity(high, low))).isEqualTo(sentAt);
            visited.add(ByteBuffer.wrap(new Identity(high, low).bytes()));
        });
        assertThat(visited)
                .hasSize(expected.size())
                .isSortedAccordingTo((one, other) -> Arrays.compareUnsigned(one.array(), other.array()));
        assertThat(table.size()).isEqualTo(expected.size());
        expected.forEach(
                (identity, sentAt) -> assertThat(table.sentAt(identity)).isEqualTo(OptionalLong.of(sentAt)));
    }
}
