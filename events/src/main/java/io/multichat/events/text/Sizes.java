package io.multichat.events.text;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Numbers of bytes as settings and options write them: {@code 512B}, {@code 64KiB}, {@code 16MiB}, {@code 1GiB}. */
public final class Sizes {
    private static final Map<String, Long> UNITS = Map.of("B", 1L, "KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30);

    private Sizes() {}

    /**
     * Reads a number of bytes.
     *
     * @param text a whole number and its unit; may be null
     * @return empty when it is written in any other way or does not fit 64 bits
     */
    public static OptionalLong parse(String text) {
        return UnitNumber.read(text, UNITS);
    }

    /** Writes a number of bytes, 0 or more, in the largest unit that loses nothing. */
    public static String format(long bytes) {
        for (String unit : List.of("GiB", "MiB", "KiB")) {
            long unitBytes = UNITS.get(unit);
            if (bytes > 0 && bytes % unitBytes == 0) {
                return bytes / unitBytes + unit;
            }
        }
        return bytes + "B";
    }
}
