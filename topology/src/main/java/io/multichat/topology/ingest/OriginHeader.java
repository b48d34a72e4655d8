package io.multichat.topology.ingest;

import io.multichat.events.ChatEvent;
import io.multichat.events.DeadLetter;
import io.multichat.events.codec.EventDecoder;
import io.multichat.topology.ingest.Inbound.Arrival;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.header.Headers;

/**
 * Where and under which key an event was published, while it travels through the repartition topic under the key of its
 * conversation: one header, gone when the event is placed.
 *
 * <p>{@code partition (4 bytes) | offset (8) | length of the topic (2) | topic | kind of the key (1) | key}.
 */
public final class OriginHeader {
    private static final String ORIGIN = "mc-source";

    private static final byte NO_KEY = 0;
    /** The usual one, which the record has anyway. */
    private static final byte KEY_OF_CONVERSATION = 1;

    private static final byte FOREIGN_KEY = 2;

    private static final EventDecoder EVENTS = new EventDecoder();

    private OriginHeader() {}

    /** Takes the header away, so that it does not reach the output topics. */
    public static void removeFrom(Headers headers) {
        if (headers.lastHeader(ORIGIN) != null) {
            headers.remove(ORIGIN);
        }
    }

    /** Sets the header. */
    public static void writeTo(Headers headers, Arrival arrival) {
        byte[] topic = arrival.source().topic().getBytes(StandardCharsets.UTF_8);
        byte kind = kindOfKey(arrival);
        byte[] key = kind == FOREIGN_KEY ? arrival.key() : new byte[0];
        ByteBuffer bytes =
                ByteBuffer.allocate(Integer.BYTES + Long.BYTES + Short.BYTES + topic.length + Byte.BYTES + key.length);
        bytes.putInt(arrival.source().partition()).putLong(arrival.source().offset());
        bytes.putShort((short) topic.length).put(topic).put(kind).put(key);
        headers.remove(ORIGIN).add(ORIGIN, bytes.array());
    }

    /**
     * The arrival that {@link #writeTo} was given.
     *
     * @param value its value, which passed the check of {@link Router} then
     */
    public static Arrival readFrom(Headers headers, byte[] value) {
        ChatEvent event = EVENTS.decode(value);
        ByteBuffer bytes = ByteBuffer.wrap(headers.lastHeader(ORIGIN).value());
        int partition = bytes.getInt();
        long offset = bytes.getLong();
        byte[] topic = new byte[bytes.getShort()];
        bytes.get(topic);
        DeadLetter.Source source = new DeadLetter.Source(new String(topic, StandardCharsets.UTF_8), partition, offset);
        return new Arrival(value, event, source, key(bytes, event));
    }

    private static byte[] key(ByteBuffer bytes, ChatEvent event) {
        byte kind = bytes.get();
        if (kind == NO_KEY) {
            return null;
        }
        if (kind == KEY_OF_CONVERSATION) {
            return keyOfConversation(event);
        }
        byte[] key = new byte[bytes.remaining()];
        bytes.get(key);
        return key;
    }

    private static byte kindOfKey(Arrival arrival) {
        if (arrival.key() == null) {
            return NO_KEY;
        }
        return Arrays.equals(arrival.key(), keyOfConversation(arrival.event())) ? KEY_OF_CONVERSATION : FOREIGN_KEY;
    }

    private static byte[] keyOfConversation(ChatEvent event) {
        return event.conversation().keyBytes();
    }
}
