package io.multichat.events.hash;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The 80 bits of a session id that identify its conversation.
 *
 * <p>Both parts are computed from the conversation key. The murmur2 part chooses the partition, but anyone can construct keys with
 * a given murmur2. The SHA-256 part makes a key with a given hash expensive to find; the topology refuses a conversation whose
 * hash another one already has.
 *
 * @param murmur2 the hash of Kafka's partitioner
 * @param sha256 the first 48 bits of the SHA-256, as an unsigned number below 2<sup>48</sup>
 */
public record ConversationHash(int murmur2, long sha256) {
    /** The length of {@link #writeTo}, in bytes. */
    public static final int BYTES = 10;

    private static final int SHA_BITS = 48;

    /** @throws IllegalArgumentException if {@code sha256} has more than 48 bits */
    public ConversationHash {
        if (sha256 >>> SHA_BITS != 0) {
            throw new IllegalArgumentException(
                    "the SHA-256 part of a conversation hash has 48 bits; received " + Long.toHexString(sha256));
        }
    }

    /** The hash of the conversation with this key. Costs a SHA-256, so callers on hot paths keep it. */
    public static ConversationHash of(String conversationKey) {
        return of(conversationKey.getBytes(StandardCharsets.US_ASCII));
    }

    /** The hash of the conversation whose key has these ASCII bytes. */
    public static ConversationHash of(byte[] conversationKey) {
        byte[] sha256 = Sha256.start().digest(conversationKey);
        return new ConversationHash(
                Murmur2.hash(conversationKey), ByteBuffer.wrap(sha256).getLong() >>> (Long.SIZE - SHA_BITS));
    }

    /** Reads the bytes of {@link #writeTo}. */
    public static ConversationHash readFrom(ByteBuffer in) {
        return new ConversationHash(
                in.getInt(), Short.toUnsignedLong(in.getShort()) << 32 | Integer.toUnsignedLong(in.getInt()));
    }

    /** Writes the bits in the order in which they are in a session id. */
    public void writeTo(ByteBuffer out) {
        out.putInt(murmur2).putShort((short) (sha256 >>> 32)).putInt((int) sha256);
    }

    /**
     * The partition that processes all records of the conversation.
     *
     * @param partitions the number of partitions, at least 1
     */
    public int partition(int partitions) {
        return Murmur2.partition(murmur2, partitions);
    }
}
