package io.multichat.topology.state;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The first or the last message of a session in the one order of messages.
 *
 * @param sentAt UTC milliseconds
 * @param order place among messages of equal time
 * @param messageId compared as UTF-8 bytes
 */
public record Edge(long sentAt, long order, String messageId) implements Comparable<Edge> {
    @Override
    public int compareTo(Edge other) {
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

    static Edge earlier(Edge one, Edge other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    static Edge later(Edge one, Edge other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
