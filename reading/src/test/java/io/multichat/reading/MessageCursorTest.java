package io.multichat.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.multichat.events.MessagePosition;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageCursorTest {
    @Property
    void decodingACursorGivesItsPosition(@ForAll("positions") MessagePosition position) {
        String cursor = MessageCursor.of(position);

        assertThat(cursor).matches("[A-Za-z0-9_-]+");
        assertThat(MessageCursor.parse(cursor)).isEqualTo(position);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "A",
                "AAAA",
                "AAAAAAAAAAAAAAAAAAAA",
                "not a cursor",
                "é",
                "AAAAAAAAAAAAAAAAAAAAAA==",
                "AAAAAAAAAAAAAAAAAAAAAB",
                "////////////////////////////",
                "AAAAAAAAAAAAAAAAAAAAAA\n",
                "../../../../../../.."
            })
    void otherTextsAreRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MessageCursor.parse(text))
                .withMessage("not a message cursor");
    }

    @Test
    void aCursorWithAnIdThatIsNotUtf8IsRefused() {
        byte[] bytes = new byte[17];
        bytes[16] = (byte) 0xFF;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> MessageCursor.parse(
                        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)));
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
