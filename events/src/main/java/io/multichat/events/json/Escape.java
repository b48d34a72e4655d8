package io.multichat.events.json;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Escapes in JSON strings: two bytes such as {@code \n}, or six bytes such as {@code \u00e9}. */
final class Escape {
    /** The result of {@link #at} if there is no valid escape. */
    static final int NONE = -1;

    private static final String LETTERS = "\"\\/bfnrt";
    private static final String MEANINGS = "\"\\/\b\f\n\r\t";
    private static final int HEX_DIGITS = 4;

    private Escape() {}

    /**
     * The character, from 0 to 0xFFFF, that the escape at offset {@code i} represents; {@link #NONE} if there is no valid
     * escape.
     */
    static int at(byte[] json, int i) {
        if (i + 1 >= json.length || json[i] != '\\') {
            return NONE;
        }
        if (json[i + 1] == 'u') {
            return hexadecimal(json, i + 2);
        }
        int letter = LETTERS.indexOf(json[i + 1]);
        return letter < 0 ? NONE : MEANINGS.charAt(letter);
    }

    /** The length of the escape at offset {@code i}, in bytes. */
    static int length(byte[] json, int i) {
        return json[i + 1] == 'u' ? 2 + HEX_DIGITS : 2;
    }

    /** The length of a character in UTF-8; a surrogate counts half of the four bytes of its pair. */
    static int utf8Length(int escaped) {
        if (escaped < 0x80) {
            return 1;
        }
        return escaped < 0x800 || Character.isSurrogate((char) escaped) ? 2 : 3;
    }

    /** Decodes a string in which all escapes are valid. */
    static String unescape(byte[] json, int from, int to) {
        StringBuilder text = new StringBuilder(to - from);
        int plain = from;
        for (int i = from; i < to; i++) {
            if (json[i] == '\\') {
                text.append(new String(json, plain, i - plain, StandardCharsets.UTF_8));
                text.append((char) at(json, i));
                plain = i + length(json, i);
                i = plain - 1;
            }
        }
        return text.append(new String(json, plain, to - plain, StandardCharsets.UTF_8))
                .toString();
    }

    private static int hexadecimal(byte[] json, int from) {
        if (from + HEX_DIGITS > json.length) {
            return NONE;
        }
        int number = 0;
        for (int i = from; i < from + HEX_DIGITS; i++) {
            if (!HexFormat.isHexDigit(json[i])) {
                return NONE;
            }
            number = number << 4 | HexFormat.fromHexDigit(json[i]);
        }
        return number;
    }
}
