package io.multichat.events.json;

import java.util.Locale;

/** Detects unpaired surrogates, which JSON escapes can represent and UTF-8 cannot. */
public final class Surrogates {
    private Surrogates() {}

    /**
     * Validates a text.
     *
     * @throws JsonException if the text contains an unpaired surrogate
     */
    public static void requirePaired(CharSequence text) {
        for (int i = 0; i < text.length(); i += Character.charCount(Character.codePointAt(text, i))) {
            // The code point of a pair is above the surrogates; that of an unpaired half is the half itself.
            char next = text.charAt(i);
            if (Character.isSurrogate(next) && Character.codePointAt(text, i) == next) {
                throw half(next);
            }
        }
    }

    /**
     * Validates the escapes of a JSON text in UTF-8, where unescaped surrogates are always paired. Checks the text rather than
     * its tokens, so that an unpaired surrogate is reported even if the JSON is malformed before it.
     *
     * @throws JsonException if an escape represents an unpaired surrogate
     */
    static void requirePairedEscapes(byte[] json) {
        int i = WordScan.nextBackslash(json, 0);
        while (i < json.length) {
            int first = Escape.at(json, i);
            int after = i + 2; // also skips an escaped backslash, which does not start an escape
            if (isSurrogate(first)) {
                int second = Escape.at(json, i + Escape.length(json, i));
                if (!isSurrogate(second) || !Character.isSurrogatePair((char) first, (char) second)) {
                    throw half((char) first);
                }
                after = i + 2 * Escape.length(json, i);
            }
            i = WordScan.nextBackslash(json, after);
        }
    }

    private static boolean isSurrogate(int escaped) {
        return escaped != Escape.NONE && Character.isSurrogate((char) escaped);
    }

    private static JsonException half(char surrogate) {
        return new JsonException(
                JsonException.Fault.UNPAIRED_SURROGATE,
                String.format(Locale.ROOT, "unpaired surrogate: \\u%04x", (int) surrogate));
    }
}
