package io.multichat.events;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Where a message stands in its conversation. The natural order is the one order that all stores share: time, then the order
 * among messages of equal time, then the id.
 *
 * @param sentAt UTC milliseconds
 * @param order {@code mc-order}
 * @param messageId compared as UTF-8 bytes
 */
public record MessagePosition(long sentAt, long order, String messageId) implements Comparable<MessagePosition> {
    /** The lesser of two positions. */
    public static MessagePosition earlier(MessagePosition one, MessagePosition other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /** The greater of two positions. */
    public static MessagePosition later(MessagePosition one, MessagePosition other) {
        return one.compareTo(other) >= 0 ? one : other;
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
