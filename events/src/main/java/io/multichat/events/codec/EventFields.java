package io.multichat.events.codec;

import io.multichat.events.ChatEvent;
import io.multichat.events.Content;
import io.multichat.events.Conversation;
import io.multichat.events.EventField;
import io.multichat.events.EventType;
import io.multichat.events.InvalidEventException;
import io.multichat.events.RejectReason;
import io.multichat.events.Sender;
import io.multichat.events.UnreadContent;
import io.multichat.events.erasure.ErasureCommand;
import java.util.Optional;
import java.util.OptionalLong;

/** Collects the known fields of one event while it is decoded. */
final class EventFields {
    private static final int COUNT = EventField.values().length;

    private final Object[] values = new Object[COUNT];
    /** The offsets of content fields in the bytes; {@link UnreadContent#ABSENT} for an absent field. */
    private final int[] starts = new int[COUNT];

    private final Optional<Conversation> known;
    private int textBytes;
    private int seen;

    /** @param known the conversation, if it need not be read from the event */
    EventFields(Optional<Conversation> known) {
        this.known = known;
    }

    /**
     * Marks a field as seen.
     *
     * @throws InvalidEventException if it was already seen
     */
    void mark(EventField field) {
        int bit = 1 << field.ordinal();
        if ((seen & bit) != 0) {
            throw new InvalidEventException(RejectReason.DUPLICATE_FIELD, field.wireName() + " is given twice");
        }
        seen |= bit;
    }

    /** Stores the value of a field. Not called for a JSON null, so that the field counts as absent. */
    void put(EventField field, Object value) {
        values[field.ordinal()] = value;
    }

    /**
     * Stores the offset of a content field.
     *
     * @param start the offset of its value
     * @param bytes the length of a string in bytes of UTF-8; ignored for other values
     */
    void putContent(EventField field, int start, int bytes) {
        starts[field.ordinal()] = start;
        if (field == EventField.TEXT) {
            textBytes = bytes;
        }
    }

    /**
     * Builds the event.
     *
     * @param json the bytes that the fields were read from
     */
    ChatEvent toEvent(byte[] json) {
        EventType type = type();
        ChatEvent event = new ChatEvent(
                type,
                known.orElseGet(this::conversation),
                value(EventField.MESSAGE_ID, String.class),
                value(EventField.SENDER, Sender.class),
                require(type.timeField(), Long.class),
                value(EventField.ORDER, Long.class).map(OptionalLong::of).orElse(OptionalLong.empty()),
                value(EventField.EVENT_ID, String.class),
                content(json));
        if (type.isCommand()) {
            ErasureCommand.of(event);
        }
        return event;
    }

    private Conversation conversation() {
        return Conversation.of(
                require(EventField.PLATFORM, String.class), require(EventField.CHANNEL, String.class), (String)
                        values[EventField.THREAD.ordinal()]);
    }

    private EventType type() {
        Optional<?> type = (Optional<?>) values[EventField.TYPE.ordinal()];
        if (type == null) {
            return EventType.MESSAGE_CREATED;
        }
        return (EventType) type.orElseThrow(
                () -> new InvalidEventException(RejectReason.INVALID_VALUE, "type is not a known event type"));
    }

    private Content content(byte[] json) {
        return new UnreadContent(
                json,
                textBytes,
                starts[EventField.TEXT.ordinal()],
                starts[EventField.EMOJI.ordinal()],
                starts[EventField.REPLY_TO.ordinal()],
                starts[EventField.PARTS.ordinal()],
                starts[EventField.ATTRIBUTES.ordinal()]);
    }

    private <T> T require(EventField field, Class<T> kind) {
        Object value = values[field.ordinal()];
        if (value == null) {
            throw new InvalidEventException(RejectReason.MISSING_FIELD, field.wireName() + " is missing");
        }
        return kind.cast(value);
    }

    private <T> Optional<T> value(EventField field, Class<T> kind) {
        return Optional.ofNullable(kind.cast(values[field.ordinal()]));
    }
}
