package io.multichat.reading.contract;

import java.nio.charset.StandardCharsets;

/** JSON on one line, for comparison: stores may replace the line breaks between tokens with spaces. */
public final class OneLine {
    private OneLine() {}

    /** The JSON with a space instead of each line break. */
    public static String of(byte[] json) {
        return new String(json, StandardCharsets.UTF_8).replace('\n', ' ').replace('\r', ' ');
    }
}
