package io.multichat.events;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * What makes two events the same one: 128 bits of a SHA-256.
 *
 * <p>A cryptographic hash, since ids come from strangers: nobody can make an event that is taken for another's duplicate.
 */
public final class EventIdentity {
    /** The length of an identity. */
    public static final int BYTES = 16;

    private static final byte MESSAGE = 0;
    private static final byte NAMED_EVENT = 1;
    private static final byte UNNAMED_EVENT = 2;

    private EventIdentity() {}

    /**
     * The identity of an event: of a {@code message.created} its conversation and message id; of any other its event id
     * within the conversation, else its bytes.
     */
    public static byte[] of(ChatEvent event, byte[] value) {
        String conversation = event.conversation().key();
        if (event.type() == EventType.MESSAGE_CREATED) {
            return ofMessage(conversation, event.messageId().orElseThrow());
        }
        return event.eventId()
                .map(id -> hash(NAMED_EVENT, conversation, id.getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> hash(UNNAMED_EVENT, conversation, value));
    }

    /** The identity of the {@code message.created} of that conversation and message id. */
    public static byte[] ofMessage(String conversationKey, String messageId) {
        return hash(MESSAGE, conversationKey, messageId.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] hash(byte kind, String conversation, byte[] id) {
        MessageDigest digest = sha256();
        digest.update(kind);
        digest.update(conversation.getBytes(StandardCharsets.US_ASCII));
        digest.update((byte) 0);
        return Arrays.copyOf(digest.digest(id), BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
