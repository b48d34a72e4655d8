package io.multichat.reading;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * The place of a message in its conversation: the one order that all stores share.
 *
 * @param sentAt UTC milliseconds
 * @param order {@code mc-order}
 * @param messageId compared as UTF-8 bytes
 */
public record MessagePosition(long sentAt, long order, String messageId) implements Comparable<MessagePosition> {
    private static final String NO_CURSOR = "not a cursor of a page of messages";

    /** The position as an opaque, URL-safe text: what an API gives out as a cursor. */
    public String toCursor() {
        byte[] id = messageId.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(16 + id.length);
        bytes.putLong(sentAt).putLong(order).put(id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** @throws IllegalArgumentException when the text is not a cursor as {@link #toCursor()} writes it */
    public static MessagePosition ofCursor(String cursor) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            MessagePosition position = new MessagePosition(
                    bytes.getLong(),
                    bytes.getLong(),
                    StandardCharsets.UTF_8.decode(bytes).toString());
            if (position.toCursor().equals(cursor)) {
                return position;
            }
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            throw new IllegalArgumentException(NO_CURSOR, e);
        }
        throw new IllegalArgumentException(NO_CURSOR);
    }

    @Override
    public int compareTo(MessagePosition other) {
        int byTime = Long.compare(sentAt, other.sentAt);
        if (byTime != 0) {
            return byTime;
        }
        int byOrder = Long.compare(order, other.order);
        return byOrder != 0
                ? byOrder
                : Arrays.compareUnsigned(
                        messageId.getBytes(StandardCharsets.UTF_8), other.messageId.getBytes(StandardCharsets.UTF_8));
    }
}
