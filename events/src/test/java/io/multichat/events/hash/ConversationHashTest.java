package io.multichat.events.hash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;

class ConversationHashTest {
    /** Stored ids depend on these bits. The output of {@code printf slack/payroll | sha256sum} begins with the second part. */
    @Test
    void aHashNeverChanges() {
        assertThat(ConversationHash.of("slack/payroll"))
                .isEqualTo(new ConversationHash(0x3BAC_77EE, 0xB2D6_9C6C_02C4L));
    }

    @Property
    void theSecondPartIsTheBeginningOfTheSha256(@ForAll @CharRange(from = '!', to = '~') String key)
            throws NoSuchAlgorithmException {
        byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.US_ASCII));

        assertThat(HexFormat.of().toHexDigits(ConversationHash.of(key).sha256(), 12))
                .isEqualTo(HexFormat.of().formatHex(sha256, 0, 6));
    }

    @Test
    void theSecondPartHas48Bits() {
        assertThat(new ConversationHash(-1, (1L << 48) - 1).sha256()).isEqualTo(0xFFFF_FFFF_FFFFL);
        for (long tooLong : new long[] {1L << 48, -1}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ConversationHash(0, tooLong))
                    .withMessageContaining("48 bits");
        }
    }
}
