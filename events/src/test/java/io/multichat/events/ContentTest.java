package io.multichat.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.codec.EventDecoder;
import io.multichat.events.codec.EventEncoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentTest {
    private final EventDecoder decoder = new EventDecoder();

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "``, 0",
                "plain, 5",
                "é, 2",
                "語, 3",
                "🙂, 4",
                "\\u0041, 1",
                "\\u00e9, 2",
                "\\u20ac, 3",
                "\\uFFFF, 3",
                "\\ud83d\\ude00, 4",
                "\\n\\t\\b\\f\\r, 5",
                "\\\\\\\"\\/, 3",
                "a\\u0000é\\\\u0041🙂, 14"
            })
    void theTextIsMeasuredInUtf8HoweverItIsWritten(String text, int bytes) {
        Content content = decode("\"" + text + "\"");

        assertThat(content.textBytes()).isEqualTo(bytes);
        assertThat(content.text().orElseThrow().getBytes(StandardCharsets.UTF_8))
                .hasSize(bytes);
    }

    @Test
    void allShortEscapesAreRead() {
        assertThat(decode("\"x\\\"\\\\\\/\\b\\f\\n\\r\\ty\"").text()).hasValue("x\"\\/\b\f\n\r\ty");
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void contentsReadAndWrittenAreEqualInBothDirections(@ForAll("events") ChatEvent event) {
        Content written = event.content();
        Content read = decoder.decode(new EventEncoder().encode(event)).content();

        assertThat(read).isEqualTo(written).hasSameHashCodeAs(written);
        assertThat(written).isEqualTo(read);
        assertThat(read.textBytes()).isEqualTo(written.textBytes());
        assertThat(read).hasToString(written.toString());
    }

    @Test
    void contentsThatDifferAreNotEqual() {
        assertThat(decode("\"a\"")).isNotEqualTo(decode("\"b\"")).isNotEqualTo(Content.NONE);
    }

    @Provide
    Arbitrary<ChatEvent> events() {
        return AnyEvent.events();
    }

    private Content decode(String text) {
        return decoder.decode(EventJson.message().with("text", text).bytes()).content();
    }
}
