package io.multichat.reading;

import io.multichat.events.MessagePosition;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The text form of a {@link MessagePosition}, opaque and URL-safe: an API client continues from it after a page of messages. */
public final class MessageCursor {
    private static final String NOT_A_CURSOR = "not a message cursor";

    private MessageCursor() {}

    /** Encodes a position. */
    public static String of(MessagePosition position) {
        byte[] id = position.messageId().getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(16 + id.length);
        bytes.putLong(position.sentAt()).putLong(position.order()).put(id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /**
     * Decodes a cursor.
     *
     * @throws IllegalArgumentException if {@link #of} did not write this text
     */
    public static MessagePosition parse(String cursor) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            MessagePosition position = new MessagePosition(
                    bytes.getLong(),
                    bytes.getLong(),
                    StandardCharsets.UTF_8.decode(bytes).toString());
            if (of(position).equals(cursor)) {
                return position;
            }
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            throw new IllegalArgumentException(NOT_A_CURSOR, e);
        }
        throw new IllegalArgumentException(NOT_A_CURSOR);
    }
}
