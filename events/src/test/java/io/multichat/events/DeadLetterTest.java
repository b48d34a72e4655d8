package io.multichat.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DeadLetterTest {
    private static final DeadLetter.Source SOURCE = new DeadLetter.Source("chat-messages", 3, 1L << 40);
    private static final long NOON = 1_772_366_400_000L;

    private final Headers headers = new RecordHeaders();

    @ParameterizedTest
    @EnumSource
    void headersAreReadAsTheyWereWritten(RejectReason reason) {
        DeadLetter letter = new DeadLetter(reason, "sentAt is missing", SOURCE, NOON, Optional.of("a1b2"));

        letter.writeTo(headers);

        assertThat(DeadLetter.readFrom(headers)).isEqualTo(letter);
    }

    @Test
    void headersAreReadableText() {
        letter("x").writeTo(headers);

        assertThat(headers)
                .extracting(header -> header.key() + "=" + new String(header.value(), StandardCharsets.US_ASCII))
                .containsExactly(
                        "mc-reason=not-json",
                        "mc-detail=x",
                        "mc-source-topic=chat-messages",
                        "mc-source-partition=3",
                        "mc-source-offset=1099511627776",
                        "mc-time=2026-03-01T12:00:00.000Z");
    }

    @Test
    void aDetailIsOneLineOfAscii() {
        letter("é\n\u0000😀~").writeTo(headers);

        assertThat(DeadLetter.readFrom(headers).detail()).isEqualTo("\\u00e9\\u000a\\u0000\\ud83d\\ude00~");
    }

    @Test
    void aHugeDetailIsCutBetweenEscapes() {
        letter("x".repeat(499) + "éé" + "y".repeat(1_000_000)).writeTo(headers);

        assertThat(DeadLetter.readFrom(headers).detail()).isEqualTo("x".repeat(499) + "\\u00e9");
    }

    @Test
    void reservedHeadersFromThePublisherAreReplacedAndTheOthersKept() {
        for (String claimed : new String[] {"mc-sha256", "traceparent", "mc-reason", "mc-time"}) {
            headers.add(claimed, "claimed".getBytes(StandardCharsets.US_ASCII));
        }

        letter("x").writeTo(headers);

        assertThat(DeadLetter.readFrom(headers)).isEqualTo(letter("x"));
        assertThat(headers.lastHeader("traceparent")).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "absent",
            value = {
                "mc-reason, absent", "mc-reason, no-reason", "mc-source-topic, absent", "mc-source-partition, absent",
                "mc-source-partition, -1", "mc-source-partition, 4294967296", "mc-source-offset, x", "mc-time, absent",
                "mc-time, yesterday", "mc-time, 1772366400000"
            })
    void aMissingOrMalformedHeaderIsNamed(String name, String value) {
        letter("x").writeTo(headers);
        headers.remove(name);
        if (value != null) {
            headers.add(name, value.getBytes(StandardCharsets.US_ASCII));
        }

        assertThatThrownBy(() -> DeadLetter.readFrom(headers))
                .isInstanceOf(InvalidEventException.class)
                .hasMessage("the header " + name + " is missing or malformed");
    }

    @Test
    void aReasonIsIdentifiedByItsCodeAlone() {
        assertThat(RejectReason.ofCode("NOT_JSON")).isEmpty();
        assertThat(RejectReason.ofCode("")).isEmpty();
    }

    private static DeadLetter letter(String detail) {
        return new DeadLetter(RejectReason.NOT_JSON, detail, SOURCE, NOON, Optional.empty());
    }
}
