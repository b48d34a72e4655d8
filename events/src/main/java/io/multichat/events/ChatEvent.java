package io.multichat.events;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One thing that happened in a conversation: the value of a record of {@code chat-messages} and {@code chat-transcript}.
 *
 * @param type what happened
 * @param conversation where
 * @param messageId the message itself, or the one that is edited, deleted or reacted to; at most 512 bytes of UTF-8
 * @param sender who; empty only where the type does not demand one
 * @param at UTC milliseconds, from 0 to {@link #MAX_TIME}: {@code editedAt} of an edit, {@code deletedAt} of a delete,
 *     {@code sentAt} of all others
 * @param order the publisher's order among events of equal time
 * @param eventId identity of an event that is not a {@code message.created}; at most 512 bytes of UTF-8
 * @param content text and the like
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

    /** The last instant that RFC 3339 can write, 9999-12-31T23:59:59.999Z; it fits the 48 bits of a session id. */
    public static final long MAX_TIME = 253_402_300_799_999L;

    /** The longest message or event id, in bytes of UTF-8. */
    public static final int MAX_ID_BYTES = 512;

    /** @throws InvalidEventException when the event breaks the contract; the message names the field */
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
     * A message with a text, for publishers; {@code sentAt} is cut to milliseconds.
     *
     * @throws InvalidEventException when the id is empty or too long, or the time is out of range
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

    /** Instants beyond the years of a {@code long} are as much out of range as those just beyond the limits. */
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
        // A character has at most three bytes (half a surrogate pair two), so nearly all ids need not be counted.
        if (id.length() > MAX_ID_BYTES / 3 && id.getBytes(StandardCharsets.UTF_8).length > MAX_ID_BYTES) {
            throw new InvalidEventException(
                    RejectReason.INVALID_VALUE, field.wireName() + " is longer than " + MAX_ID_BYTES + " bytes");
        }
    }
}
