package io.multichat.events.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Looks at the bytes of JSON eight at a time, since nearly all of them are plain characters within strings.
 *
 * <p>In a word of eight bytes, {@code (word ^ c * ONES) - ONES & ~(word ^ c * ONES)} has the highest bit of a byte set where
 * the byte is c, and {@code word - n * ONES & ~word} where it is less than n; of several such bits the lowest is exact
 * ("Bit Twiddling Hacks", S. E. Anderson: "Determine if a word has a zero byte", "… has a byte less than n").
 */
final class WordScan {
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGHEST_BITS = ONES << 7;
    private static final long QUOTES = ONES * '"';
    private static final long BACKSLASHES = ONES * '\\';
    private static final long SPACES = ONES * ' ';

    private WordScan() {}

    /** The first byte from {@code from} on that ends a string, begins an escape or may not be in a string; else the end. */
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

    /** True when all are ASCII and none is a backslash, as in nearly all events. */
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

    /** The first backslash from {@code from} on, else the end. */
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
