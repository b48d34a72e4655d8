package io.multichat.events;

import java.util.HexFormat;
import java.util.zip.CRC32C;

/**
 * Recognizes a record of {@code chat-transcript} as the topology wrote it, so that a sink need not validate the event again.
 *
 * <p>The header of a {@link Placement} ends with the CRC-32C of the record's key and value, in 8 hexadecimal digits. The checksum
 * detects accidents, such as a transform that changes the value or the key. It does not protect against a program that may
 * write to the topic; such a program can publish invented events in any case. Publishers cannot set the header.
 */
public final class AcceptedBytes {
    private static final int DIGITS = 8;

    private AcceptedBytes() {}

    /**
     * True if a record is as the topology accepted it: the value is a valid event, and the key is that of its conversation. False
     * if anything is missing or different.
     *
     * @param header the header {@code mc}; may be null
     * @param key may be null
     * @param value may be null
     */
    public static boolean match(byte[] header, byte[] key, byte[] value) {
        if (header == null || key == null || value == null) {
            return false;
        }
        int from = header.length - DIGITS;
        return from > 1 && header[0] == '2' && header[from - 1] == ';' && stored(header, from) == checksum(key, value);
    }

    static int checksum(byte[] key, byte[] value) {
        CRC32C checksum = new CRC32C();
        checksum.update(key);
        checksum.update(value);
        return (int) checksum.getValue();
    }

    /** The checksum in a header; never that of a record if the digits are malformed. */
    private static long stored(byte[] header, int from) {
        long checksum = 0;
        for (int i = from; i < header.length; i++) {
            if (!HexFormat.isHexDigit(header[i])) {
                return Long.MIN_VALUE;
            }
            checksum = checksum << 4 | HexFormat.fromHexDigit(header[i]);
        }
        return (int) checksum;
    }
}
