package io.multichat.topology.law.model;

import io.multichat.events.ChatEvent;
import io.multichat.events.Sender;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/**
 * An accepted message. The natural order is that of the conversation.
 *
 * @param sentAt UTC milliseconds
 * @param order the publisher's order, else its number among the accepted events
 * @param messageId its id
 * @param senderId who sent it
 * @param textBytes UTF-8 bytes of its text
 */
public record PlainMessage(long sentAt, long order, String messageId, String senderId, long textBytes)
        implements Comparable<PlainMessage> {
    private static final Comparator<PlainMessage> ORDER = Comparator.comparingLong(PlainMessage::sentAt)
            .thenComparingLong(PlainMessage::order)
            .thenComparing(each -> each.messageId().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    public static PlainMessage of(ChatEvent event, long order) {
        return new PlainMessage(
                event.at(),
                order,
                event.messageId().orElseThrow(),
                event.sender().map(Sender::id).orElseThrow(),
                event.content().text().orElse("").getBytes(StandardCharsets.UTF_8).length);
    }

    @Override
    public int compareTo(PlainMessage other) {
        return ORDER.compare(this, other);
    }
}
