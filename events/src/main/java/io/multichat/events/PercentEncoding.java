package io.multichat.events;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Percent-encoding after RFC 3986: all bytes of the UTF-8 text but the unreserved characters. */
final class PercentEncoding {
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private PercentEncoding() {}

    static String encode(String text) {
        StringBuilder encoded = new StringBuilder(text.length() + 8);
        for (byte next : text.getBytes(StandardCharsets.UTF_8)) {
            if (isUnreserved(next)) {
                encoded.append((char) next);
            } else {
                encoded.append('%').append(HEX[(next >> 4) & 0xF]).append(HEX[next & 0xF]);
            }
        }
        return encoded.toString();
    }

    /** The text that encodes to {@code encoded}; anything that is not an encoding gives some other text. */
    static String decode(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        int i = 0;
        while (i < encoded.length()) {
            int high = i + 2 < encoded.length() ? Character.digit(encoded.charAt(i + 1), 16) : -1;
            int low = i + 2 < encoded.length() ? Character.digit(encoded.charAt(i + 2), 16) : -1;
            if (encoded.charAt(i) == '%' && high >= 0 && low >= 0) {
                bytes.write(high << 4 | low);
                i += 3;
            } else {
                bytes.write(encoded.charAt(i));
                i++;
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static boolean isUnreserved(byte next) {
        return isLetterOrDigit(next) || next == '-' || next == '.' || next == '_' || next == '~';
    }

    private static boolean isLetterOrDigit(byte next) {
        return (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') || (next >= '0' && next <= '9');
    }
}
