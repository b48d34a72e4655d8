package io.multichat.topology.state;

import io.multichat.events.EventIdentity;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.kafka.common.utils.Bytes;

/**
 * The key of a waiting event: the identity of the message that it waits for, followed by its own identity.
 *
 * @param bytes both identities
 */
public record WaitingKey(Bytes bytes) implements Comparable<WaitingKey> {
    /** The key of the event with {@code identity} that waits for {@code message}. */
    public static WaitingKey of(byte[] message, byte[] identity) {
        byte[] both = ByteBuffer.allocate(message.length + identity.length)
                .put(message)
                .put(identity)
                .array();
        return new WaitingKey(Bytes.wrap(both));
    }

    /** The identity of the message. */
    public Bytes message() {
        return Bytes.wrap(Arrays.copyOf(bytes.get(), EventIdentity.BYTES));
    }

    /** The identity of the event. */
    public Bytes identity() {
        return Bytes.wrap(Arrays.copyOfRange(bytes.get(), EventIdentity.BYTES, 2 * EventIdentity.BYTES));
    }

    @Override
    public int compareTo(WaitingKey other) {
        return bytes.compareTo(other.bytes);
    }
}
