package io.multichat.events.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Scans JSON eight bytes at a time, since nearly all bytes are plain characters in strings.
 *
 * <p>In a word of eight bytes, {@code (word ^ c * ONES) - ONES & ~(word ^ c * ONES)} sets the highest bit of each byte that
 * equals c, and {@code word - n * ONES & ~word} that of each byte less than n. Only the lowest such bit is exact ("Bit
 * Twiddling Hacks", S. E. Anderson: "Determine if a word has a zero byte", "… has a byte less than n").
 */
final class WordScan {
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGHEST_BITS = ONES << 7;
    private static final long QUOTES = ONES * '"';
    private static final long BACKSLASHES = ONES * '\\';
    private static final long SPACES = ONES * ' ';

    private WordScan() {}

    /**
     * The offset of the first byte at or after {@code from} that is a quote, a backslash or a control character; the length
     * if there is none.
     */
    static int plainEnd(byte[] json, int from) {
        int i = from;
        while (i <= json.length - Long.BYTES) {
            long word = (long) WORDS.get(json, i);
            long found = (equal(word, QUOTES) | equal(word, BACKSLASHES) | (word - SPACES & ~word)) & HIGHEST_BITS;
            if (found != 0) {
                return i + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
            i += Long.BYTES;
        }
        while (i < json.length && json[i] != '"' && json[i] != '\\' && (json[i] < 0 || json[i] >= ' ')) {
            i++;
        }
        return i;
    }

    /** True if all bytes are ASCII and none is a backslash, as in nearly all events. */
    static boolean arePlain(byte[] json) {
        long found = 0;
        int i = 0;
        for (; i <= json.length - Long.BYTES; i += Long.BYTES) {
            long word = (long) WORDS.get(json, i);
            found |= word | equal(word, BACKSLASHES);
        }
        boolean plain = (found & HIGHEST_BITS) == 0;
        for (; i < json.length; i++) {
            plain &= json[i] >= 0 && json[i] != '\\';
        }
        return plain;
    }

    /** The offset of the first backslash at or after {@code from}; the length if there is none. */
    static int nextBackslash(byte[] json, int from) {
        int i = from;
        while (i <= json.length - Long.BYTES) {
            long found = equal((long) WORDS.get(json, i), BACKSLASHES) & HIGHEST_BITS;
            if (found != 0) {
                return i + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
            i += Long.BYTES;
        }
        while (i < json.length && json[i] != '\\') {
            i++;
        }
        return i;
    }

    private static long equal(long word, long repeated) {
        long different = word ^ repeated;
        return different - ONES & ~different;
    }
}
