package io.multichat.events;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An event in a conversation: the value of a record of {@code chat-messages} and {@code chat-transcript}.
 *
 * @param type the type of the event
 * @param conversation the conversation
 * @param messageId the id of the message, or of the message that is edited, deleted or reacted to; at most 512 bytes of UTF-8
 * @param sender the sender; empty only if the type does not require one
 * @param at the time of the event in UTC milliseconds, from 0 to {@link #MAX_TIME}: {@code editedAt} of an edit,
 *     {@code deletedAt} of a delete, {@code sentAt} of any other event
 * @param order the publisher's order among events of equal time
 * @param eventId the identity of an event other than {@code message.created}; at most 512 bytes of UTF-8
 * @param content the text and other content; the attributes of a command hold its parameters
 */
public record ChatEvent(
        EventType type,
        Conversation conversation,
        Optional<String> messageId,
        Optional<Sender> sender,
        long at,
        OptionalLong order,
        Optional<String> eventId,
        Content content) {

    /** The last instant that RFC 3339 can represent, 9999-12-31T23:59:59.999Z; it fits the 48 bits in a session id. */
    public static final long MAX_TIME = 253_402_300_799_999L;

    /** The longest message or event id, in bytes of UTF-8. */
    public static final int MAX_ID_BYTES = 512;

    /**
     * Validates the event.
     *
     * @throws InvalidEventException if the event breaks the contract; the message names the field
     */
    public ChatEvent {
        if (type.needsMessageId()) {
            require(EventField.MESSAGE_ID, messageId);
        }
        if (type.needsSender()) {
            require(EventField.SENDER, sender);
        }
        messageId.ifPresent(id -> requireId(EventField.MESSAGE_ID, id));
        eventId.ifPresent(id -> requireId(EventField.EVENT_ID, id));
        if (at < 0 || at > MAX_TIME) {
            throw new InvalidEventException(
                    RejectReason.TIME_OUT_OF_RANGE,
                    type.timeField().wireName() + " is not between the years 1970 and 9999 UTC");
        }
    }

    /**
     * Creates a text message. {@code sentAt} is truncated to milliseconds.
     *
     * @throws InvalidEventException if the id is empty or too long, or the time is out of range
     */
    public static ChatEvent message(
            Conversation conversation, String messageId, Sender sender, Instant sentAt, String text) {
        return new ChatEvent(
                EventType.MESSAGE_CREATED,
                conversation,
                Optional.of(messageId),
                Optional.of(sender),
                millis(sentAt),
                OptionalLong.empty(),
                Optional.empty(),
                Content.ofText(text));
    }

    /** The instant in milliseconds; an instant out of range becomes one just out of range, so that it fits a {@code long}. */
    private static long millis(Instant instant) {
        if (instant.getEpochSecond() > MAX_TIME / 1_000) {
            return MAX_TIME + 1;
        }
        return instant.getEpochSecond() < 0 ? -1 : instant.toEpochMilli();
    }

    private static void require(EventField field, Optional<?> value) {
        if (value.isEmpty()) {
            throw new InvalidEventException(RejectReason.MISSING_FIELD, field.wireName() + " is missing");
        }
    }

    private static void requireId(EventField field, String id) {
        if (id.isEmpty()) {
            throw new InvalidEventException(RejectReason.MISSING_FIELD, field.wireName() + " is empty");
        }
        // A char takes at most three bytes (half a surrogate pair two), so the bytes of nearly all ids need not
        // be counted.
        if (id.length() > MAX_ID_BYTES / 3 && id.getBytes(StandardCharsets.UTF_8).length > MAX_ID_BYTES) {
            throw new InvalidEventException(
                    RejectReason.INVALID_VALUE, field.wireName() + " is longer than " + MAX_ID_BYTES + " bytes");
        }
    }
}
