package io.multichat.events.json;

/** Halves of surrogate pairs, which JSON escapes can smuggle into a string and UTF-8 cannot hold. */
public final class Surrogates {
    private Surrogates() {}

    /** @throws JsonException when {@code text} holds half a surrogate pair */
    public static void requirePaired(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (!Character.isSurrogate(next)) {
                continue;
            }
            boolean pair = Character.isHighSurrogate(next)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (!pair) {
                throw half(next);
            }
            i++;
        }
    }

    /**
     * Looks at the escapes of a JSON text in UTF-8, in which unescaped surrogates are paired already. Looks at the text
     * and not at its tokens, since half a pair is the reason of a refusal even where the JSON is broken before it.
     *
     * @throws JsonException when an escape stands for half a surrogate pair
     */
    static void requirePairedEscapes(byte[] json) {
        int i = WordScan.nextBackslash(json, 0);
        while (i < json.length) {
            int first = Escape.at(json, i);
            int after = i + 2; // also passes over an escaped backslash, which must not start the next escape
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
                String.format("half a surrogate pair: \\u%04x", (int) surrogate));
    }
}
