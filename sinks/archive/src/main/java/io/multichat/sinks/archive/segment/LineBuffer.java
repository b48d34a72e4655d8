package io.multichat.sinks.archive.segment;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing buffer of the lines that a segment has not compressed yet. Used by one thread. */
final class LineBuffer {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long SIXTEEN_EACH = 0x1010101010101010L;
    private static final long HIGH_BIT_EACH = 0x8080808080808080L;

    private byte[] array;
    private int length;

    LineBuffer(int capacity) {
        array = new byte[capacity];
    }

    /** The buffer itself, of which the first {@link #length()} bytes are in use. The next addition may change or replace it. */
    byte[] array() {
        return array;
    }

    int length() {
        return length;
    }

    /** Forgets the content and keeps the array. */
    void clear() {
        length = 0;
    }

    LineBuffer add(byte[] piece) {
        reserve(piece.length);
        System.arraycopy(piece, 0, array, length, piece.length);
        length += piece.length;
        return this;
    }

    LineBuffer ascii(String piece) {
        return add(piece.getBytes(StandardCharsets.ISO_8859_1));
    }

    LineBuffer number(long value) {
        if (value < 0) {
            return ascii(Long.toString(value));
        }
        int digits = 1;
        for (long rest = value; rest > 9; rest /= 10) {
            digits++;
        }
        reserve(digits);
        length += digits;
        long rest = value;
        for (int i = length - 1; i >= length - digits; i--) {
            array[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return this;
    }

    /** Adds JSON as one line: line breaks become spaces. In JSON they occur only between tokens, where they mean nothing. */
    LineBuffer oneLine(byte[] json) {
        int from = length;
        add(json);
        int i = from;
        for (; i + Long.BYTES <= length; i += Long.BYTES) {
            long eight = (long) EIGHT.get(array, i);
            // True when any of the eight bytes is less than 16, as line breaks are.
            if (((eight - SIXTEEN_EACH) & ~eight & HIGH_BIT_EACH) != 0) {
                replaceLineBreaks(i, i + Long.BYTES);
            }
        }
        replaceLineBreaks(i, length);
        return this;
    }

    private void replaceLineBreaks(int from, int to) {
        for (int i = from; i < to; i++) {
            if (array[i] == '\n' || array[i] == '\r') {
                array[i] = ' ';
            }
        }
    }

    /** Makes room, so that the next additions of this many bytes need none. */
    void reserve(int more) {
        if (length + more > array.length) {
            array = Arrays.copyOf(array, Math.max(length + more, 2 * array.length));
        }
    }
}
