package io.multichat.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.multichat.events.codec.EventDecoder;
import io.multichat.events.versions.Revision;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RevisionTest {
    @Test
    void theOrderIsCreationThenEditsByTimeThenDeletesByTimeThenUnsignedBytes() {
        List<Revision> inOrder = List.of(
                new Revision(0, 0, bytes(0x7F)),
                new Revision(0, 0, bytes(0x80)),
                new Revision(1, 5, bytes(0xFF)),
                new Revision(1, 6, bytes()),
                new Revision(1, 6, bytes(0)),
                new Revision(2, 1, bytes(1)),
                new Revision(2, 2, bytes(0)));

        assertThat(inOrder.stream().sorted().toList()).isEqualTo(inOrder);
        assertThat(inOrder.stream()
                        .sorted((one, other) -> other.compareTo(one))
                        .toList()
                        .get(6))
                .isEqualTo(inOrder.get(0));
    }

    @Property
    void theOrderIsTotal(
            @ForAll("revisions") Revision a, @ForAll("revisions") Revision b, @ForAll("revisions") Revision c) {
        assertThat(Integer.signum(a.compareTo(b))).isEqualTo(-Integer.signum(b.compareTo(a)));
        assertThat(a.compareTo(b) == 0).isEqualTo(a.equals(b));
        if (a.equals(b)) {
            assertThat(a).hasSameHashCodeAs(b);
        }
        if (a.compareTo(b) <= 0 && b.compareTo(c) <= 0) {
            assertThat(a.compareTo(c)).isLessThanOrEqualTo(0);
        }
    }

    @Test
    void theTimeOfACreationIsNotCompared() {
        ChatEvent creation = decode(EventJson.of(EventType.MESSAGE_CREATED));
        ChatEvent edit = decode(EventJson.of(EventType.MESSAGE_EDITED).with("editedAt", "\"1970-01-01T00:00:00Z\""));
        ChatEvent delete =
                decode(EventJson.of(EventType.MESSAGE_DELETED).with("deletedAt", "\"1970-01-01T00:00:00Z\""));

        assertThat(Revision.of(edit, bytes())).isGreaterThan(Revision.of(creation, bytes(1)));
        assertThat(Revision.of(delete, bytes())).isGreaterThan(Revision.of(edit, bytes(1)));
        assertThat(Revision.of(edit, bytes()).at()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"MESSAGE_CREATED", "MESSAGE_EDITED", "MESSAGE_DELETED"})
    void otherEventsAreNoVersionOfAMessage(EventType type) {
        ChatEvent event = decode(EventJson.of(type));

        assertThatIllegalArgumentException().isThrownBy(() -> Revision.of(event, bytes()));
    }

    @Provide
    Arbitrary<Revision> revisions() {
        Arbitrary<byte[]> values = Arbitraries.bytes().array(byte[].class).ofMaxSize(2);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.longs().between(0, 2),
                        values)
                .as(Revision::new);
    }

    private static ChatEvent decode(EventJson json) {
        return new EventDecoder().decode(json.bytes());
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
