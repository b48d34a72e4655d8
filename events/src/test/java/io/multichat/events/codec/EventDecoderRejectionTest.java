package io.multichat.events.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.EventJson;
import io.multichat.events.EventType;
import io.multichat.events.RejectReason;
import io.multichat.events.Rejections;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventDecoderRejectionTest {
    @ParameterizedTest
    @CsvSource({
        "message.created,   platform", "message.created,   channel", "message.created,   messageId",
        "message.created,   sender", "message.created,   sentAt", "message.edited,    messageId",
        "message.edited,    editedAt", "message.deleted,   messageId", "message.deleted,   deletedAt",
        "session.ended,     sentAt", "reaction.added,    messageId", "reaction.added,    sender",
        "reaction.added,    sentAt", "reaction.removed,  messageId", "reaction.removed,  sender",
        "reaction.removed,  sentAt", "participant.joined, sender", "participant.joined, sentAt",
        "participant.left,  sender", "participant.left,  sentAt",
    })
    void aFieldThatTheTypeRequiresMayBeNeitherAbsentNorNull(String type, String field) {
        EventType of = EventType.ofWireName(type).orElseThrow();

        assertThat(Rejections.of(EventJson.of(of).without(field))).isEqualTo(RejectReason.MISSING_FIELD);
        assertThat(Rejections.of(EventJson.of(of).with(field, "null"))).isEqualTo(RejectReason.MISSING_FIELD);
        assertThat(Rejections.rejection(EventJson.of(of).without(field).bytes()))
                .hasMessage(field + " is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"platform", "channel", "messageId", "eventId"})
    void anEmptyIdCountsAsMissing(String field) {
        assertThat(Rejections.of(EventJson.message().with(field, "\"\""))).isEqualTo(RejectReason.MISSING_FIELD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"id\":null}", "{\"id\":\"\"}", "{\"name\":\"Ada\"}"})
    void aSenderNeedsAnId(String sender) {
        assertThat(Rejections.of(EventJson.message().with("sender", sender))).isEqualTo(RejectReason.MISSING_FIELD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type",
                "platform",
                "channel",
                "thread",
                "messageId",
                "sentAt",
                "editedAt",
                "deletedAt",
                "eventId",
                "text",
                "emoji",
                "replyTo"
            })
    void aStringIsNotOtherJson(String field) {
        for (String other : new String[] {"1", "true", "{}", "[\"a\"]", "1.5e3"}) {
            assertThat(Rejections.of(EventJson.message().with(field, other)))
                    .as(other)
                    .isEqualTo(RejectReason.WRONG_TYPE);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "sender;     \"ada\"",
                "sender;     [{\"id\":\"ada\"}]",
                "sender;     {\"id\":7}",
                "sender;     {\"id\":\"a\",\"name\":{}}",
                "sender;     {\"id\":\"a\",\"role\":1}",
                "order;      \"1\"",
                "order;      1.0",
                "order;      1e3",
                "order;      true",
                "parts;      {\"type\":\"x\"}",
                "parts;      \"x\"",
                "parts;      [\"x\"]",
                "parts;      [{}]",
                "parts;      [{\"type\":1}]",
                "parts;      [null]",
                "parts;      [{\"type\":\"a\"},[]]",
                "attributes; []",
                "attributes; \"x\"",
                "attributes; 1"
            })
    void otherFieldsHaveTypesToo(String field, String other) {
        assertThat(Rejections.of(EventJson.message().with(field, other))).isEqualTo(RejectReason.WRONG_TYPE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "type;   \"message.read\"",
                "type;   \"\"",
                "type;   \"Message.Created\"",
                "sender; {\"id\":\"a\",\"role\":\"User\"}",
                "sender; {\"id\":\"a\",\"role\":\"admin\"}",
                "sender; {\"id\":\"a\",\"role\":\"\"}"
            })
    void anUnknownTypeOrRoleIsAnImpossibleValue(String field, String value) {
        assertThat(Rejections.of(EventJson.message().with(field, value))).isEqualTo(RejectReason.INVALID_VALUE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "platform;   \"irc\"", "sentAt;     \"2026-03-01T12:00:00Z\"", "order;      1", "text;       null",
                "parts;      []", "attributes; {}", "sender;     {\"id\":\"ada\"}", "type;       \"message.created\"",
                "messageId;  \"m1\""
            })
    void aKnownFieldGivenTwiceIsRefusedEvenWhenBothAreEqual(String field, String value) {
        String twice = EventJson.message()
                .without(field)
                .with(field, value + ",\"" + field + "\":" + value)
                .toString();

        assertThat(Rejections.of(twice)).isEqualTo(RejectReason.DUPLICATE_FIELD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"a\",\"id\":\"a\"}",
                "{\"id\":\"a\",\"name\":null,\"name\":\"x\"}",
                "{\"id\":\"a\",\"role\":\"user\",\"role\":null}",
                "{\"id\":\"a\",\"\\u0069d\":\"b\"}"
            })
    void aKnownFieldOfTheSenderGivenTwiceIsRefused(String sender) {
        assertThat(Rejections.of(EventJson.message().with("sender", sender))).isEqualTo(RejectReason.DUPLICATE_FIELD);
    }
}
