package io.multichat.events.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.EventJson;
import io.multichat.events.RejectReason;
import io.multichat.events.Rejections;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventDecoderSyntaxTest {
    private final EventDecoder decoder = new EventDecoder();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"a\"",
                "{\"a\":1",
                "{\"a\":1,}",
                "{'a':1}",
                "{a:1}",
                "{\"a\":\"\n\"}",
                "#",
                "1x",
                "1,",
                "truex",
                "\u0000"
            })
    void brokenJsonIsRefused(String text) {
        assertThat(Rejections.of(text)).isEqualTo(RejectReason.NOT_JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"01", "1.", ".5", "+1", "NaN", "-Infinity", "1e", "0x1", "nul", "'a'", "\"\\x\"", "/**/1"})
    void brokenJsonIsRefusedInUnknownFieldsToo(String json) {
        assertThat(Rejections.of(EventJson.message().with("unknown", json))).isEqualTo(RejectReason.NOT_JSON);
    }

    /** The last character of each resembles a hexadecimal digit, either in its lowest byte or in its meaning. */
    @ParameterizedTest
    @ValueSource(strings = {"\\u000\u1130", "\\ud83\u0164", "\\u004\uFF11", "\\u00e", "\\u00g0", "\\U0041"})
    void anEscapeHasFourHexadecimalDigitsOfAscii(String escape) {
        assertThat(Rejections.of(EventJson.message().with("text", '"' + escape + '"')))
                .isEqualTo(RejectReason.NOT_JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "true", "1", " -1.5e3 ", "\"{}\"", "\"", "[]", "[{}]", "["})
    void otherJsonIsNotAnObject(String text) {
        assertThat(Rejections.of(text)).isEqualTo(RejectReason.NOT_AN_OBJECT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "x", ",", "}", "null", "\u0000", "\uFEFF", "\u00a0"})
    void nothingMayFollowTheObject(String garbage) {
        assertThat(Rejections.of(EventJson.message() + garbage)).isEqualTo(RejectReason.NOT_JSON);
        assertThat(Rejections.of(EventJson.message() + " \n" + garbage)).isEqualTo(RejectReason.NOT_JSON);
    }

    @Test
    void whiteSpaceAroundTheObjectIsJson() {
        byte[] value = (" \t\r\n" + EventJson.message() + "\r\n\t ").getBytes(StandardCharsets.UTF_8);

        assertThat(decoder.decode(value))
                .isEqualTo(decoder.decode(EventJson.message().bytes()));
    }
}
