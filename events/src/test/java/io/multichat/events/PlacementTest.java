package io.multichat.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.events.hash.ConversationHash;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacementTest {
    private static final SessionId SESSION = SessionId.of(1_772_366_400_000L, ConversationHash.of("irc/%23multichat"));

    private static final byte[] KEY = ascii("irc/%23multichat");
    private static final byte[] VALUE = ascii("{}");

    private final Headers headers = new RecordHeaders();

    @ParameterizedTest
    @EnumSource
    void aPlacementIsReadAsItWasWritten(EventType kind) {
        Placement placement = new Placement(Optional.of(SESSION), ChatEvent.MAX_TIME, Long.MIN_VALUE, kind);

        placement.writeTo(headers, KEY, VALUE);

        assertThat(Placement.readFrom(headers)).isEqualTo(placement);
        assertThat(Placement.ofBytes(placement.toBytes())).isEqualTo(placement);
    }

    @Test
    void theHeaderIsReadableText() {
        new Placement(Optional.of(SESSION), 1_772_366_400_000L, 7, EventType.MESSAGE_EDITED)
                .writeTo(headers, ascii("1234"), ascii("56789"));

        // The CRC-32C of "123456789" is the check value of its definition.
        assertThat(headers)
                .extracting(header -> header.key() + "=" + new String(header.value(), StandardCharsets.US_ASCII))
                .containsExactly("mc=2;" + SESSION + ";1772366400000;7;message.edited;;e3069283");
    }

    @Test
    void anEventOutsideOfSessionsHasNoSession() {
        Placement placement = new Placement(Optional.empty(), 0, 0, EventType.PARTICIPANT_JOINED);

        assertThat(placement.toBytes()).asString().isEqualTo("1;;0;0;participant.joined;");
        assertThat(Placement.ofBytes(placement.toBytes())).isEqualTo(placement);
    }

    @Test
    void aSessionEndHasItsBoundary() {
        Placement placement =
                new Placement(Optional.of(SESSION), 5, 6, EventType.SESSION_ENDED, OptionalLong.of(ChatEvent.MAX_TIME));

        assertThat(placement.toBytes()).asString().endsWith(";session.ended;253402300799999");
        assertThat(Placement.ofBytes(placement.toBytes())).isEqualTo(placement);
    }

    @Test
    void headersOfThePublisherWithThisNameAreReplacedAndTheOthersKept() {
        for (String claimed : new String[] {"mc", "traceparent", "mc"}) {
            headers.add(claimed, "claimed".getBytes(StandardCharsets.US_ASCII));
        }
        Placement placement = new Placement(Optional.empty(), 5, 6, EventType.MESSAGE_CREATED);

        placement.writeTo(headers, KEY, VALUE);

        assertThat(headers).extracting("key").containsExactly("traceparent", "mc");
        assertThat(Placement.readFrom(headers)).isEqualTo(placement);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sent-at  | 1;;;6;message.created;",
                "sent-at  | 1;;noon;6;message.created;",
                "sent-at  | 1;;-1;6;message.created;",
                "sent-at  | 1;;253402300800000;6;message.created;",
                "sent-at  | 1;;9223372036854775808;6;message.created;",
                "order    | 1;;5;;message.created;",
                "order    | 1;;5;1.0;message.created;",
                "kind     | 1;;5;6;;",
                "kind     | 1;;5;6;message.read;",
                "session  | 1;01;5;6;message.created;",
                "boundary | 1;;5;6;message.created;-1",
                "boundary | 1;;5;6;message.created;253402300800000",
                "boundary | 1;;5;6;message.created;never"
            })
    void aMalformedFieldIsNamed(String field, String header) {
        assertThatThrownBy(() -> Placement.ofBytes(header.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(InvalidEventException.class)
                .hasMessage("the field " + field + " of the header mc is malformed");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "1",
                "1;;5;6;message.created",
                "1;;5;6;message.created;;",
                "2;;5;6;message.created;",
                "2;;5;6;message.created;;;"
            })
    void aHeaderOfAnotherShapeIsRefused(String header) {
        headers.add("mc", header == null ? null : header.getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> Placement.readFrom(headers))
                .isInstanceOf(InvalidEventException.class)
                .hasMessage("the header mc is missing or malformed");
    }

    @Test
    void aMissingHeaderIsNamed() {
        assertThatThrownBy(() -> Placement.readFrom(headers))
                .isInstanceOf(InvalidEventException.class)
                .hasMessage("the header mc is missing or malformed");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
