package io.multichat.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PlacementTest {
    private static final SessionId SESSION = SessionId.of(1_772_366_400_000L, ConversationHash.of("irc/%23multichat"));

    private final Headers headers = new RecordHeaders();

    @ParameterizedTest
    @EnumSource
    void headersAreReadAsTheyWereWritten(EventType kind) {
        Placement placement = new Placement(Optional.of(SESSION), ChatEvent.MAX_TIME, Long.MIN_VALUE, kind);

        placement.writeTo(headers);

        assertThat(Placement.readFrom(headers)).isEqualTo(placement);
    }

    @Test
    void headersAreReadableText() {
        new Placement(Optional.of(SESSION), 1_772_366_400_000L, 7, EventType.MESSAGE_EDITED).writeTo(headers);

        assertThat(headers)
                .extracting(header -> header.key() + "=" + new String(header.value(), StandardCharsets.US_ASCII))
                .containsExactly(
                        "mc-session=" + SESSION, "mc-sent-at=1772366400000", "mc-order=7", "mc-kind=message.edited");
    }

    @Test
    void anEventOutsideOfSessionsHasNoSessionHeader() {
        Placement placement = new Placement(Optional.empty(), 0, 0, EventType.PARTICIPANT_JOINED);

        placement.writeTo(headers);

        assertThat(headers.lastHeader("mc-session")).isNull();
        assertThat(Placement.readFrom(headers)).isEqualTo(placement);
    }

    @Test
    void aSessionEndHasItsBoundary() {
        Placement placement =
                new Placement(Optional.of(SESSION), 5, 6, EventType.SESSION_ENDED, OptionalLong.of(ChatEvent.MAX_TIME));

        placement.writeTo(headers);

        assertThat(new String(headers.lastHeader("mc-boundary").value(), StandardCharsets.US_ASCII))
                .isEqualTo("253402300799999");
        assertThat(Placement.readFrom(headers)).isEqualTo(placement);
    }

    @Test
    void reservedHeadersFromThePublisherAreReplacedAndTheOthersKept() {
        for (String claimed :
                new String[] {"mc-session", "mc-order", "traceparent", "mc-order", "mc-sent-at", "mc-boundary"}) {
            headers.add(claimed, "claimed".getBytes(StandardCharsets.US_ASCII));
        }
        Placement placement = new Placement(Optional.empty(), 5, 6, EventType.MESSAGE_CREATED);

        placement.writeTo(headers);

        assertThat(headers).extracting("key").containsExactly("traceparent", "mc-sent-at", "mc-order", "mc-kind");
        assertThat(Placement.readFrom(headers)).isEqualTo(placement);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "absent",
            value = {
                "mc-sent-at, absent",
                "mc-sent-at, ''",
                "mc-sent-at, noon",
                "mc-sent-at, -1",
                "mc-sent-at, 253402300800000",
                "mc-sent-at, 9223372036854775808",
                "mc-order, absent",
                "mc-order, 1.0",
                "mc-kind, absent",
                "mc-kind, message.read",
                "mc-session, 01",
                "mc-session, ''",
                "mc-boundary, ''",
                "mc-boundary, -1",
                "mc-boundary, 253402300800000",
                "mc-boundary, never"
            })
    void aMissingOrMalformedHeaderIsNamed(String name, String value) {
        new Placement(Optional.of(SESSION), 5, 6, EventType.MESSAGE_CREATED).writeTo(headers);
        headers.remove(name);
        if (value != null) {
            headers.add(name, value.getBytes(StandardCharsets.UTF_8));
        }

        assertThatThrownBy(() -> Placement.readFrom(headers))
                .isInstanceOf(InvalidEventException.class)
                .hasMessage("the header " + name + " is missing or malformed");
    }

    @Test
    void aHeaderWithoutAValueIsMissing() {
        new Placement(Optional.empty(), 5, 6, EventType.MESSAGE_CREATED).writeTo(headers);
        headers.add("mc-order", null);

        assertThatThrownBy(() -> Placement.readFrom(headers)).hasMessageContaining("mc-order");
    }
}
