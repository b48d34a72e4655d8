package io.multichat.events;

import io.multichat.events.hash.ConversationHash;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The identity of a session: stable from its first accepted message, never reused, sortable by time.
 *
 * <p>128 bits in the shape of a ULID: 48 bits T0 (the time of the first accepted message in UTC milliseconds) and the 80 bits of
 * the {@link ConversationHash} (32 bits murmur2, 48 bits SHA-256). An id therefore identifies the partition, the conversation,
 * and an instant that its session always contains: every tier resolves an id to the session of that conversation that contains
 * T0. No two sessions of a conversation contain the same instant, so T0 tells them apart.
 *
 * <p>The text has 26 characters in Crockford's base 32, such as {@code 01KDXV5M4G8Q2Z3XJ0V7T9WB5C}. The natural order is the
 * order of the texts.
 *
 * @param high T0 and the upper 16 bits of the murmur2
 * @param low the lower 16 bits of the murmur2 and the 48 bits of the SHA-256
 */
public record SessionId(long high, long low) implements Comparable<SessionId> {
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 26;
    /** The value of each ASCII character as a digit; -1 for a character that is none. */
    private static final byte[] VALUES = new byte[128];

    static {
        Arrays.fill(VALUES, (byte) -1);
        for (int digit = 0; digit < DIGITS.length(); digit++) {
            VALUES[DIGITS.charAt(digit)] = (byte) digit;
            VALUES[Character.toLowerCase(DIGITS.charAt(digit))] = (byte) digit;
        }
    }

    /**
     * Creates the id of a session.
     *
     * @param t0 the time of its first accepted message, UTC milliseconds
     */
    public static SessionId of(long t0, ConversationHash conversation) {
        return new SessionId(
                t0 << 16 | conversation.murmur2() >>> 16, (long) conversation.murmur2() << 48 | conversation.sha256());
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
            int digit = next < VALUES.length ? VALUES[next] : -1;
            if (digit < 0) {
                throw new IllegalArgumentException("a session id has only digits and letters of Crockford's base"
                        + " 32; character " + (i + 1) + " is not one of them");
            }
            high = high << 5 | low >>> 59;
            low = low << 5 | digit;
        }
        return new SessionId(high, low);
    }

    /** The time of the session's first accepted message, in UTC milliseconds. */
    public long t0() {
        return high >>> 16;
    }

    /** The hash of the session's conversation. */
    public ConversationHash conversationHash() {
        return new ConversationHash((int) (high << 16 | low >>> 48), low & 0xFFFF_FFFF_FFFFL);
    }

    /** The partition, of {@code partitions}, that processes the session. */
    public int partition(int partitions) {
        return conversationHash().partition(partitions);
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
}
