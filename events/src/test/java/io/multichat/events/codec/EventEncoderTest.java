package io.multichat.events.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.events.ChatEvent;
import io.multichat.events.Content;
import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.InvalidEventException;
import io.multichat.events.RejectReason;
import io.multichat.events.Sender;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventEncoderTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Conversation CONVERSATION = Conversation.of("irc", "#multichat");

    private final EventEncoder encoder = new EventEncoder();

    @Test
    void anEventIsCompactJsonWithOnlyTheRequiredEscapes() {
        ChatEvent event = ChatEvent.message(
                CONVERSATION,
                "m1",
                Sender.user("ada"),
                Instant.parse("2026-03-01T12:00:00.0019Z"),
                "a\n\"é😀</p>\u0000");

        byte[] value = encoder.encode(event);

        assertThat(new String(value, StandardCharsets.UTF_8))
                .isEqualTo("{\"type\":\"message.created\",\"platform\":\"irc\",\"channel\":\"#multichat\","
                        + "\"messageId\":\"m1\",\"sender\":{\"id\":\"ada\",\"role\":\"user\"},"
                        + "\"sentAt\":\"2026-03-01T12:00:00.001Z\",\"text\":\"a\\n\\\"é😀</p>\\u0000\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD83D", "x\uDE00", "\uDE00\uD83D"})
    void anUnpairedSurrogateIsRefusedAnywhere(String half) {
        assertRefused(message(half, "u", "t"), RejectReason.UNPAIRED_SURROGATE);
        assertRefused(message("m", half, "t"), RejectReason.UNPAIRED_SURROGATE);
        assertRefused(message("m", "u", half), RejectReason.UNPAIRED_SURROGATE);
        assertRefused(withAttribute(NODES.textNode(half)), RejectReason.UNPAIRED_SURROGATE);
        assertRefused(withAttribute(NODES.objectNode().put(half, 1)), RejectReason.UNPAIRED_SURROGATE);
    }

    @Test
    void treesThatTheDecoderWouldRefuseAreRefusedBeforeTheyAreSent() {
        assertRefused(withAttribute(NODES.numberNode(Double.NaN)), RejectReason.NOT_JSON);
        assertRefused(withAttribute(NODES.numberNode(Double.NEGATIVE_INFINITY)), RejectReason.NOT_JSON);
        assertRefused(withAttribute(nested(EventDecoder.MAX_DEPTH)), RejectReason.TOO_DEEP);
        assertRefused(withAttribute(nested(100_000)), RejectReason.TOO_DEEP);
        assertRefused(withParts(NODES.arrayNode().add("no object")), RejectReason.WRONG_TYPE);
        assertRefused(withParts(NODES.arrayNode().add(NODES.objectNode().put("type", 1))), RejectReason.WRONG_TYPE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1000000000-01-01T00:00:00Z",
                "1969-12-31T23:59:59.999999Z",
                "+10000-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59.999999999Z"
            })
    void aMessageOutsideOfTheYears1970To9999IsRefused(String time) {
        Instant sentAt = Instant.parse(time);

        assertThatThrownBy(() -> ChatEvent.message(CONVERSATION, "m", Sender.user("u"), sentAt, ""))
                .isInstanceOfSatisfying(
                        InvalidEventException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(RejectReason.TIME_OUT_OF_RANGE));
    }

    private void assertRefused(ChatEvent event, RejectReason reason) {
        assertThatThrownBy(() -> encoder.encode(event))
                .isInstanceOfSatisfying(
                        InvalidEventException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private static ChatEvent message(String id, String sender, String text) {
        return ChatEvent.message(CONVERSATION, id, Sender.user(sender), Instant.EPOCH, text);
    }

    private static ChatEvent withAttribute(JsonNode value) {
        ObjectNode attributes = NODES.objectNode();
        attributes.set("x", value);
        return ended(Content.of(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(attributes)));
    }

    private static ChatEvent withParts(ArrayNode parts) {
        return ended(
                Content.of(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(parts), Optional.empty()));
    }

    private static ChatEvent ended(Content content) {
        return new ChatEvent(
                EventType.SESSION_ENDED,
                CONVERSATION,
                Optional.empty(),
                Optional.empty(),
                0,
                OptionalLong.empty(),
                Optional.empty(),
                content);
    }

    private static JsonNode nested(int levels) {
        JsonNode node = NODES.nullNode();
        for (int i = 0; i < levels; i++) {
            node = NODES.arrayNode().add(node);
        }
        return node;
    }
}
