package io.multichat.events.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.events.ChatEvent;
import io.multichat.events.EventJson;
import io.multichat.events.RejectReason;
import io.multichat.events.Rejections;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventDecoderLimitsTest {
    private static final int HUGE = 1 << 20;

    private final EventDecoder decoder = new EventDecoder();

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "attributes"})
    void nestingIsAllowedUpToTheLimit(String field) {
        int inside = EventDecoder.MAX_DEPTH - 1;

        ChatEvent event =
                decoder.decode(EventJson.message().with(field, nested(inside)).bytes());

        assertThat(event.messageId()).contains("m1");
        assertThat(event.content().attributes().map(JsonNode::toString))
                .isEqualTo(field.equals("attributes") ? Optional.of(nested(inside)) : Optional.empty());
        assertThat(Rejections.of(EventJson.message().with(field, nested(inside + 1))))
                .isEqualTo(RejectReason.TOO_DEEP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void endlessNestingIsRefusedAtTheLimit(String opening) {
        EventJson bomb = EventJson.message().with("unknown", opening.repeat(HUGE / opening.length()));

        assertThat(Rejections.of(bomb)).isEqualTo(RejectReason.TOO_DEEP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "-1.", "1e", "0.0", "1e-9"})
    void unknownNumbersMayHaveAnyLengthAndSize(String start) {
        EventJson json = EventJson.message().with("unknown", start + "7".repeat(HUGE));

        assertThat(decoder.decode(json.bytes()))
                .isEqualTo(decoder.decode(EventJson.message().bytes()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "é", "🙂", "\\u0000", "\\uD83D\\uDE00", "\\\\"})
    void stringsAndNamesMayHaveAnyLength(String character) {
        String huge = character.repeat(HUGE / 12);

        assertThat(decoder.decode(
                        EventJson.message().with(huge, '"' + huge + '"').bytes()))
                .isEqualTo(decoder.decode(EventJson.message().bytes()));
        assertThat(decoder.decode(EventJson.message()
                                .with("text", '"' + huge + '"')
                                .bytes())
                        .content()
                        .text()
                        .orElseThrow())
                .hasSizeGreaterThanOrEqualTo(HUGE / 12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "-1e400", "1e99999999999", "1.8e308", "{400 digits}", "-{400 digits}"})
    void numbersOfKnownFieldsStayInTheRangeOfADouble(String number) {
        String beyond = number.replace("{400 digits}", "7".repeat(400));

        assertThat(Rejections.of(EventJson.message().with("attributes", "{\"deep\":[{\"x\":" + beyond + "}]}")))
                .isEqualTo(RejectReason.INVALID_VALUE);
        assertThat(Rejections.of(EventJson.message().with("parts", "[{\"type\":\"usage\",\"x\":" + beyond + "}]")))
                .isEqualTo(RejectReason.INVALID_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.7976931348623157e308", "-0.0", "1e-400", "123456789012345678901234567890"})
    void numbersOfKnownFieldsInTheRangeOfADoubleAreFine(String number) {
        EventJson json = EventJson.message().with("attributes", "{\"x\":" + number + "}");

        assertThat(decoder.decode(json.bytes())
                        .content()
                        .attributes()
                        .orElseThrow()
                        .get("x")
                        .isNumber())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "9223372036854775807", "-9223372036854775808"})
    void anOrderFitsIn64Bits(String order) {
        assertThat(decoder.decode(EventJson.message().with("order", order).bytes())
                        .order())
                .hasValue(Long.parseLong(order));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "-9223372036854775809", "100000000000000000000000"})
    void anOrderBeyond64BitsIsRefused(String order) {
        assertThat(Rejections.of(EventJson.message().with("order", order))).isEqualTo(RejectReason.INVALID_VALUE);
        assertThat(Rejections.of(EventJson.message().with("order", order + "0".repeat(HUGE))))
                .isEqualTo(RejectReason.INVALID_VALUE);
    }

    @ParameterizedTest
    @CsvSource({"messageId, x, 512", "messageId, é, 256", "eventId, 🙂, 128", "eventId, 語, 170"})
    void anIdHasAtMost512BytesOfUtf8(String field, String character, int times) {
        String longest = character.repeat(times);

        ChatEvent event = decoder.decode(
                EventJson.message().with(field, '"' + longest + '"').bytes());

        assertThat(field.equals("messageId") ? event.messageId() : event.eventId())
                .contains(longest);
        assertThat(Rejections.of(EventJson.message().with(field, '"' + longest + character + '"')))
                .isEqualTo(RejectReason.INVALID_VALUE);
    }

    private static String nested(int levels) {
        return "{\"a\":".repeat(levels) + "1" + "}".repeat(levels);
    }
}
