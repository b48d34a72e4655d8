package io.multichat.events.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Percent-encoding as in RFC 3986: encodes every byte of the UTF-8 text except unreserved characters. */
public final class PercentEncoding {
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    private static final boolean[] UNRESERVED = new boolean[256];

    static {
        String unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
        unreserved.chars().forEach(next -> UNRESERVED[next] = true);
    }

    private PercentEncoding() {}

    /** Encodes a text to ASCII. */
    public static byte[] encode(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        int reserved = 0;
        for (byte next : utf8) {
            reserved += UNRESERVED[next & 0xFF] ? 0 : 1;
        }
        return reserved == 0 ? utf8 : encode(utf8, reserved);
    }

    private static byte[] encode(byte[] utf8, int reserved) {
        byte[] encoded = new byte[utf8.length + 2 * reserved];
        int at = 0;
        for (byte next : utf8) {
            if (UNRESERVED[next & 0xFF]) {
                encoded[at++] = next;
            } else {
                encoded[at++] = '%';
                encoded[at++] = HEX[(next >> 4) & 0xF];
                encoded[at++] = HEX[next & 0xF];
            }
        }
        return encoded;
    }

    /** Decodes a text. An invalid encoding decodes to some text that encodes differently. */
    public static String decode(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        int i = 0;
        while (i < encoded.length()) {
            if (isEscape(encoded, i)) {
                bytes.write(HexFormat.fromHexDigits(encoded, i + 1, i + 3));
                i += 3;
            } else {
                bytes.write(encoded.charAt(i));
                i++;
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static boolean isEscape(String text, int i) {
        return text.charAt(i) == '%'
                && i + 2 < text.length()
                && HexFormat.isHexDigit(text.charAt(i + 1))
                && HexFormat.isHexDigit(text.charAt(i + 2));
    }
}
