package io.multichat.events.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.ChatEvent;
import io.multichat.events.EventJson;
import io.multichat.events.RejectReason;
import io.multichat.events.Rejections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventDecoderSurrogatesTest {
    private static final String[] HALVES = {
        "\\ud83d",
        "\\uDE00",
        "\\ude00\\ud83d",
        "\\ud83d\\ud83d\\ude00",
        "\\ud83dx\\ude00",
        "\\ud83d\\\\ude00",
        "\\uD83D🙂"
    };

    private final EventDecoder decoder = new EventDecoder();

    @ParameterizedTest
    @ValueSource(strings = {"platform", "channel", "thread", "messageId", "eventId", "text", "unknown"})
    void anUnpairedSurrogateInAnyStringIsRefused(String field) {
        for (String half : HALVES) {
            assertThat(Rejections.of(EventJson.message().with(field, '"' + half + '"')))
                    .as(half)
                    .isEqualTo(RejectReason.UNPAIRED_SURROGATE);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "sender;     {\"id\":\"?\"}",
                "sender;     {\"id\":\"a\",\"name\":\"?\"}",
                "sender;     {\"id\":\"a\",\"unknown\":\"?\"}",
                "attributes; {\"a\":[\"?\"]}",
                "attributes; {\"?\":1}",
                "parts;      [{\"type\":\"?\"}]",
                "unknown;    {\"a\":{\"?\":1}}"
            })
    void anUnpairedSurrogateInsideAnyObjectIsRefused(String field, String json) {
        for (String half : HALVES) {
            assertThat(Rejections.of(EventJson.message().with(field, json.replace("?", half))))
                    .as(half)
                    .isEqualTo(RejectReason.UNPAIRED_SURROGATE);
        }
    }

    @Test
    void anUnpairedSurrogateInAFieldNameIsRefused() {
        for (String half : HALVES) {
            assertThat(Rejections.of(EventJson.message().with(half, "1")))
                    .as(half)
                    .isEqualTo(RejectReason.UNPAIRED_SURROGATE);
        }
    }

    @Test
    void aSurrogatePairIsOneCharacterHoweverItIsWritten() {
        ChatEvent escaped = decoder.decode(
                EventJson.message().with("text", "\"a\\ud83d\\uDE00b\"").bytes());
        ChatEvent plain =
                decoder.decode(EventJson.message().with("text", "\"a😀b\"").bytes());

        assertThat(escaped).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\\\\ud83d;       5c 75 64 38 33 64",
                "\\\\\\\\uDE00;     5c 5c 75 44 45 30 30",
                "\\ud7ff;        d7ff",
                "\\uE000;        e000",
                "\\u0000;        0",
                "\\\\u;           5c 75",
                "\\uDBFF\\uDFFF;  10ffff"
            })
    void whatOnlyLooksLikeHalfAPairIsDecoded(String text, String codePoints) {
        ChatEvent event = decoder.decode(EventJson.message()
                .with("text", '"' + text + '"')
                .with(text, "1")
                .bytes());

        assertThat(event.content().text().orElseThrow().codePoints().mapToObj(Integer::toHexString))
                .containsExactly(codePoints.split(" "));
    }
}
