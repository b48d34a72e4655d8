package io.multichat.topology.law.model;

import io.multichat.events.ChatEvent;
import io.multichat.events.EventIdentity;
import io.multichat.events.codec.EventEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * An event on its way in. A redelivery is another one of the same bytes.
 *
 * @param number of the run, from 0
 * @param source number of the topic that it is published to
 * @param event what it says
 * @param value its bytes
 * @param identity in hex, which sorts as the bytes do
 */
public record Published(int number, int source, ChatEvent event, byte[] value, String identity) {
    private static final String TRACE = "trace";
    private static final EventEncoder EVENTS = new EventEncoder();

    public static Published of(int number, int source, ChatEvent event) {
        byte[] value = EVENTS.encode(event);
        String identity = HexFormat.of().formatHex(EventIdentity.of(event, value));
        return new Published(number, source, event, value, identity);
    }

    /** The same bytes once more. */
    public Published again(int newNumber) {
        return new Published(newNumber, source, event, value, identity);
    }

    /** None, one that is foreign to all, or the conversation's. */
    public byte[] key() {
        return switch (number % 3) {
            case 0 -> null;
            case 1 -> ("key " + number).getBytes(StandardCharsets.US_ASCII);
            default -> event.conversation().key().getBytes(StandardCharsets.US_ASCII);
        };
    }

    /** Headers that tell it from all others of the run. */
    public Headers headers() {
        return new RecordHeaders().add(TRACE, Integer.toString(number).getBytes(StandardCharsets.US_ASCII));
    }

    /** The number of the event that came with these headers. */
    public static int numberIn(Headers headers) {
        return Integer.parseInt(new String(headers.lastHeader(TRACE).value(), StandardCharsets.US_ASCII));
    }
}
