package io.multichat.events.hash;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, and its notation: 64 lower-case hex digits. */
public final class Sha256 {
    private Sha256() {}

    /** A new digest. Creating one costs as much as hashing a short text. */
    public static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The hash, in hex, of all bytes that the digest was updated with. Resets the digest. */
    public static String finish(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The hash of bytes, in hex. */
    public static String ofBytes(byte[] bytes) {
        return HexFormat.of().formatHex(start().digest(bytes));
    }
}
