package io.multichat.events.erasure;

import io.multichat.events.Conversation;
import io.multichat.events.InvalidEventException;
import io.multichat.events.RejectReason;
import io.multichat.events.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Identifies a participant of one conversation without naming the person: what is left of an erased person, in commands, in the
 * state and in every store. The same person has another hash in each conversation.
 *
 * @param hex 128 bits of a SHA-256, as 32 lower-case hexadecimal digits
 */
public record ParticipantHash(String hex) {
    /** The length of the hash, in bytes. */
    public static final int BYTES = 16;

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{32}");
    private static final byte[] DOMAIN = "participant\0".getBytes(StandardCharsets.US_ASCII);

    /**
     * Validates the hash.
     *
     * @throws InvalidEventException if the text is not 32 lower-case hexadecimal digits
     */
    public ParticipantHash {
        if (!HEX.matcher(hex).matches()) {
            throw new InvalidEventException(
                    RejectReason.INVALID_VALUE,
                    "attributes.participant is not a hash of 32 lower-case hexadecimal digits");
        }
    }

    /** The hash of a sender's id in a conversation. */
    public static ParticipantHash of(Conversation conversation, String senderId) {
        MessageDigest digest = Sha256.start();
        digest.update(DOMAIN);
        digest.update(conversation.keyBytes());
        digest.update((byte) 0);
        byte[] hash = digest.digest(senderId.getBytes(StandardCharsets.UTF_8));
        return ofBytes(Arrays.copyOf(hash, BYTES));
    }

    /** The hash with these {@link #BYTES} bytes. */
    public static ParticipantHash ofBytes(byte[] bytes) {
        return new ParticipantHash(HexFormat.of().formatHex(bytes));
    }

    /** The bytes of the hash. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
