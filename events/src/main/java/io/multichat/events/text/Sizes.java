package io.multichat.events.text;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The text form of sizes in settings and options: {@code 512B}, {@code 64KiB}, {@code 16MiB}, {@code 1GiB}. */
public final class Sizes {
    private static final Map<String, Long> UNITS = Map.of("B", 1L, "KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30);

    private Sizes() {}

    /**
     * Parses a size to bytes.
     *
     * @param text an integer and a unit; may be null
     * @return empty if the text has another form or the bytes do not fit 64 bits
     */
    public static OptionalLong parse(String text) {
        return UnitNumber.read(text, UNITS);
    }

    /** Formats a size of 0 or more bytes in the largest exact unit. */
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
