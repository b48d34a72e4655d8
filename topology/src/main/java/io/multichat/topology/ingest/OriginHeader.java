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
 * The header with the source and original key of an event, for the repartition topic, where the record key is the conversation
 * key, and for waiting edits. It is removed before the event is written to an output topic.
 *
 * <p>{@code partition (4 bytes) | offset (8) | length of the topic (2) | topic | kind of the key (1) | key}.
 */
public final class OriginHeader {
    private static final String ORIGIN = "mc-source";

    private static final byte NO_KEY = 0;
    /** The usual case: the key is the conversation key, which follows from the value and is not stored again. */
    private static final byte KEY_OF_CONVERSATION = 1;

    private static final byte FOREIGN_KEY = 2;

    private static final EventDecoder EVENTS = new EventDecoder();

    private OriginHeader() {}

    /** Removes the header. */
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
     * Restores the arrival that was passed to {@link #writeTo}.
     *
     * @param value the record's value, which {@link Router} has already checked
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
