package io.multichat.topology.law.model;

import io.multichat.events.ChatEvent;
import io.multichat.events.EventIdentity;
import io.multichat.events.codec.EventEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * A published event. A redelivery is another one with the same bytes.
 *
 * @param number its number in the run, from 0
 * @param source number of the source partition
 * @param event the event
 * @param value its bytes
 * @param identity its identity in hex, which sorts like the bytes
 */
public record Published(int number, int source, ChatEvent event, byte[] value, String identity) {
    private static final String TRACE = "trace";
    private static final EventEncoder EVENTS = new EventEncoder();

    public static Published of(int number, int source, ChatEvent event) {
        byte[] value = EVENTS.encode(event);
        String identity = HexFormat.of().formatHex(EventIdentity.of(event, value));
        return new Published(number, source, event, value, identity);
    }

    /** A redelivery of the same bytes. */
    public Published again(int newNumber) {
        return new Published(newNumber, source, event, value, identity);
    }

    /** No key, a foreign key or the conversation key. */
    public byte[] key() {
        return switch (number % 3) {
            case 0 -> null;
            case 1 -> ("key " + number).getBytes(StandardCharsets.US_ASCII);
            default -> event.conversation().key().getBytes(StandardCharsets.US_ASCII);
        };
    }

    /** Headers that identify the event within the run. */
    public Headers headers() {
        return new RecordHeaders().add(TRACE, Integer.toString(number).getBytes(StandardCharsets.US_ASCII));
    }

    /** The number of the event with these headers. */
    public static int numberIn(Headers headers) {
        return Integer.parseInt(new String(headers.lastHeader(TRACE).value(), StandardCharsets.US_ASCII));
    }
}
