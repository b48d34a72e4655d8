package io.multichat.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class MessagePositionTest {
    @Property
    void theOrderIsTotal(
            @ForAll("positions") MessagePosition a,
            @ForAll("positions") MessagePosition b,
            @ForAll("positions") MessagePosition c) {
        assertThat(Integer.signum(a.compareTo(b))).isEqualTo(-Integer.signum(b.compareTo(a)));
        assertThat(a.compareTo(b) == 0).isEqualTo(a.equals(b));
        if (a.compareTo(b) <= 0 && b.compareTo(c) <= 0) {
            assertThat(a.compareTo(c)).isLessThanOrEqualTo(0);
        }
    }

    @Test
    void theOrderIsTimeThenOrderThenTheBytesOfTheId() {
        List<MessagePosition> inOrder = List.of(
                new MessagePosition(1, 9, "z"),
                new MessagePosition(2, Long.MIN_VALUE, "z"),
                new MessagePosition(2, -1, "z"),
                new MessagePosition(2, 0, ""),
                new MessagePosition(2, 0, "a"),
                new MessagePosition(2, 0, "a\u0000"),
                new MessagePosition(2, 0, "\uFFFF"),
                new MessagePosition(2, 0, "😀"));

        List<MessagePosition> shuffled = new ArrayList<>(inOrder);
        Collections.reverse(shuffled);

        assertThat(shuffled.stream().sorted()).isEqualTo(inOrder);
    }

    @Property
    void earlierAndLaterReturnOneOfTheTwoEach(
            @ForAll("positions") MessagePosition a, @ForAll("positions") MessagePosition b) {
        MessagePosition earlier = MessagePosition.earlier(a, b);
        MessagePosition later = MessagePosition.later(a, b);

        assertThat(List.of(earlier, later)).containsExactlyInAnyOrder(a, b);
        assertThat(earlier.compareTo(later)).isLessThanOrEqualTo(0);
    }

    @Provide
    Arbitrary<MessagePosition> positions() {
        Arbitrary<Long> numbers =
                Arbitraries.oneOf(Arbitraries.longs(), Arbitraries.longs().between(0, 2));
        Arbitrary<String> ids = Arbitraries.strings()
                .ofMaxLength(4)
                .map(text -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        return Combinators.combine(numbers, numbers, ids).as(MessagePosition::new);
    }
}
