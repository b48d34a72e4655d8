package io.multichat.events.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.junit.jupiter.api.Test;

class Sha256Test {
    /** The first example of FIPS 180-2. */
    private static final String OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void hashesBytes() {
        assertThat(Sha256.ofBytes(ascii("abc"))).isEqualTo(OF_ABC);
    }

    @Test
    void hashesBytesInParts() {
        MessageDigest digest = Sha256.start();
        digest.update(ascii("a"));
        digest.update(ascii("bc"));

        assertThat(Sha256.finish(digest)).isEqualTo(OF_ABC);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
