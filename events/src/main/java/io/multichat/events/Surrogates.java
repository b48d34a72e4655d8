package io.multichat.events;

import java.nio.CharBuffer;

/** Halves of surrogate pairs, which JSON escapes can smuggle into a string and UTF-8 cannot hold. */
final class Surrogates {
    private static final int ESCAPE_LENGTH = 6;

    private Surrogates() {}

    /** @throws InvalidEventException when {@code text} holds half a surrogate pair */
    static void requirePaired(CharSequence text) {
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
     * Looks at the escapes of a JSON text that was decoded from UTF-8, so that unescaped surrogates are paired already.
     * Looks at the text and not at its tokens, since a parser refuses some halves itself and lets others pass.
     *
     * @throws InvalidEventException when an escape stands for half a surrogate pair
     */
    static void requirePairedEscapes(CharBuffer json) {
        char[] text = json.array();
        int length = json.length();
        for (int i = 0; i < length; i++) {
            if (text[i] != '\\') {
                continue;
            }
            char escaped = escapedAt(text, i, length);
            if (!Character.isSurrogate(escaped)) {
                i++; // also passes over an escaped backslash, which must not start the next escape
                continue;
            }
            i += ESCAPE_LENGTH;
            if (!Character.isHighSurrogate(escaped) || !Character.isLowSurrogate(escapedAt(text, i, length))) {
                throw half(escaped);
            }
            i += ESCAPE_LENGTH - 1;
        }
    }

    /** The character of the escape with four hexadecimal digits that begins at {@code i}; 0 when none begins there. */
    private static char escapedAt(char[] json, int i, int length) {
        if (i + ESCAPE_LENGTH > length || json[i] != '\\' || json[i + 1] != 'u') {
            return 0;
        }
        int escaped = 0;
        for (int k = i + 2; k < i + ESCAPE_LENGTH; k++) {
            int digit = Character.digit(json[k], 16);
            if (digit < 0) {
                return 0;
            }
            escaped = escaped << 4 | digit;
        }
        return (char) escaped;
    }

    private static InvalidEventException half(char surrogate) {
        return new InvalidEventException(
                RejectReason.UNPAIRED_SURROGATE, String.format("half a surrogate pair: \\u%04x", (int) surrogate));
    }
}
