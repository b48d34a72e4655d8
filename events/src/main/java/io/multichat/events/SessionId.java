package io.multichat.events;

import io.multichat.events.hash.Murmur2;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * The identity of a session: stable from its first accepted message, never reused, sortable by time.
 *
 * <p>128 bits in the shape of a ULID: 48 bits T0 (the time of the first accepted message in UTC milliseconds), 32 bits murmur2
 * of the conversation key (the hash of Kafka's partitioner), 32 bits CRC-32C of the conversation key, 16 bits of the CRC-32C of
 * the message id. An id therefore identifies the partition, the conversation, and an instant that its session always contains:
 * every tier resolves an id to the session of that conversation that contains T0.
 *
 * <p>The text has 26 characters in Crockford's base 32, such as {@code 01KDXV5M4G8Q2Z3XJ0V7T9WB5C}. The natural order is the
 * order of the texts.
 *
 * @param high T0 and the upper 16 bits of the conversation hash
 * @param low the lower 48 bits of the conversation hash and the message's 16 bits
 */
public record SessionId(long high, long low) implements Comparable<SessionId> {
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 26;

    /** Creates the id of a session from its first accepted message. */
    public static SessionId of(long t0, String conversationKey, String messageId) {
        long hash = conversationHash(conversationKey);
        long message = crc32c(messageId.getBytes(StandardCharsets.UTF_8)) & 0xFFFF;
        return new SessionId(t0 << 16 | hash >>> 48, hash << 16 | message);
    }

    /**
     * Parses a text; letters may be lower case.
     *
     * @throws IllegalArgumentException if the text is not a session id
     */
    public static SessionId parse(String text) {
        if (text.length() != LENGTH || text.charAt(0) < '0' || text.charAt(0) > '7') {
            throw new IllegalArgumentException("a session id has 26 characters, the first from 0 to 7");
        }
        long high = 0;
        long low = 0;
        for (int i = 0; i < LENGTH; i++) {
            char next = text.charAt(i);
            int digit = DIGITS.indexOf(next >= 'a' && next <= 'z' ? next - 32 : next);
            if (digit < 0) {
                throw new IllegalArgumentException("a session id has only digits and letters of Crockford's base"
                        + " 32; character " + (i + 1) + " is not one of them");
            }
            high = high << 5 | low >>> 59;
            low = low << 5 | digit;
        }
        return new SessionId(high, low);
    }

    /** The 64 bits of an id that identify its conversation: murmur2 in the upper half, CRC-32C in the lower half. */
    public static long conversationHash(String conversationKey) {
        return conversationHash(conversationKey.getBytes(StandardCharsets.US_ASCII));
    }

    static long conversationHash(byte[] conversationKey) {
        return (long) Murmur2.hash(conversationKey) << 32 | crc32c(conversationKey);
    }

    /** The time of the session's first accepted message, in UTC milliseconds. */
    public long t0() {
        return high >>> 16;
    }

    /** The hash of the conversation, as {@link #conversationHash(String)} returns it. */
    public long conversationHash() {
        return high << 48 | low >>> 16;
    }

    /** The partition, of {@code partitions}, that processes the session. */
    public int partition(int partitions) {
        return Murmur2.partition((int) (conversationHash() >>> 32), partitions);
    }

    @Override
    public int compareTo(SessionId other) {
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    @Override
    public String toString() {
        byte[] text = new byte[LENGTH];
        long upper = high;
        long lower = low;
        for (int i = LENGTH - 1; i >= 0; i--) {
            text[i] = (byte) DIGITS.charAt((int) (lower & 31));
            lower = lower >>> 5 | upper << 59;
            upper >>>= 5;
        }
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static long crc32c(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, bytes.length);
        return crc.getValue();
    }
}
