package io.multichat.events.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Finds constants by their ASCII names directly in bytes. Creating a string for each of millions of names would dominate the
 * cost of decoding.
 */
public final class AsciiNames<T> {
    private final T[] constants;
    private final byte[][] names;
    /** For each length, the index of the first name of at least that length. */
    private final int[] begins;

    /** Creates a lookup of these constants. */
    public AsciiNames(T[] constants, Function<T, String> name) {
        this.constants = constants.clone();
        Arrays.sort(
                this.constants, Comparator.comparingInt(each -> name.apply(each).length()));
        this.names = Arrays.stream(this.constants)
                .map(each -> name.apply(each).getBytes(StandardCharsets.US_ASCII))
                .toArray(byte[][]::new);
        this.begins = IntStream.rangeClosed(0, names[names.length - 1].length + 1)
                .map(length -> (int) Arrays.stream(names)
                        .filter(each -> each.length < length)
                        .count())
                .toArray();
    }

    /** The constant with this name; null if there is none. */
    public T get(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length + 1 >= begins.length) {
            return null;
        }
        for (int i = begins[length]; i < begins[length + 1]; i++) {
            if (Arrays.equals(bytes, from, to, names[i], 0, length)) {
                return constants[i];
            }
        }
        return null;
    }
}
