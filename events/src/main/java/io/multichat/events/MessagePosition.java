package io.multichat.events;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The position of a message in its conversation. All stores share its natural order: by time, then by order among messages of
 * equal time, then by message id.
 *
 * @param sentAt the time of the message, in UTC milliseconds
 * @param order the order among messages of equal time: the publisher's {@code order}, or the sequence of acceptance
 * @param messageId the message id, compared as UTF-8 bytes
 */
public record MessagePosition(long sentAt, long order, String messageId) implements Comparable<MessagePosition> {
    /** The earlier of two positions. */
    public static MessagePosition earlier(MessagePosition one, MessagePosition other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /** The later of two positions. */
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
