package io.multichat.formats;

import java.util.stream.IntStream;

/** Text that can be encoded as UTF-8. */
final class WellFormed {
    private static final int REPLACEMENT = 0xFFFD;

    private WellFormed() {}

    /** The text, with a replacement character for each half of a surrogate pair. */
    static String text(String text) {
        if (text.codePoints().noneMatch(WellFormed::isHalf)) {
            return text;
        }
        IntStream repaired = text.codePoints().map(point -> isHalf(point) ? REPLACEMENT : point);
        return repaired.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
