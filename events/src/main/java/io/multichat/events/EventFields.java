package io.multichat.events;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.OptionalLong;

/** The known fields of one event as they were read; turns them into the event. */
final class EventFields {
    private final Object[] values = new Object[EventField.values().length];
    private final boolean[] seen = new boolean[EventField.values().length];

    /** Marks a field as read. @throws InvalidEventException when it was read before */
    void mark(EventField field) {
        if (seen[field.ordinal()]) {
            throw new InvalidEventException(RejectReason.DUPLICATE_FIELD, field.wireName() + " is given twice");
        }
        seen[field.ordinal()] = true;
    }

    /** Keeps the value of a field; a JSON null is never put, so it reads as absent. */
    void put(EventField field, Object value) {
        values[field.ordinal()] = value;
    }

    ChatEvent toEvent() {
        EventType type = value(EventField.TYPE, String.class)
                .map(EventFields::requireType)
                .orElse(EventType.MESSAGE_CREATED);
        Conversation conversation = Conversation.of(
                require(EventField.PLATFORM, String.class),
                require(EventField.CHANNEL, String.class),
                value(EventField.THREAD, String.class).orElse(null));
        return new ChatEvent(
                type,
                conversation,
                value(EventField.MESSAGE_ID, String.class),
                value(EventField.SENDER, Sender.class),
                require(type.timeField(), Long.class),
                value(EventField.ORDER, Long.class).map(OptionalLong::of).orElse(OptionalLong.empty()),
                value(EventField.EVENT_ID, String.class),
                content());
    }

    private Content content() {
        return new Content(
                value(EventField.TEXT, String.class),
                value(EventField.EMOJI, String.class),
                value(EventField.REPLY_TO, String.class),
                value(EventField.PARTS, ArrayNode.class),
                value(EventField.ATTRIBUTES, ObjectNode.class));
    }

    private static EventType requireType(String wireName) {
        return EventType.ofWireName(wireName)
                .orElseThrow(
                        () -> new InvalidEventException(RejectReason.INVALID_VALUE, "type is not a known event type"));
    }

    private <T> T require(EventField field, Class<T> kind) {
        return value(field, kind)
                .orElseThrow(
                        () -> new InvalidEventException(RejectReason.MISSING_FIELD, field.wireName() + " is missing"));
    }

    private <T> Optional<T> value(EventField field, Class<T> kind) {
        return Optional.ofNullable(kind.cast(values[field.ordinal()]));
    }
}
