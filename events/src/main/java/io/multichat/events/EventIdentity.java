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

    /** One a thread, which is back at its start after each hash: to look one up costs as much as to hash. */
    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(EventIdentity::sha256);

    private EventIdentity() {}

    /**
     * The identity of an event: of a {@code message.created} its conversation and message id; of any other its event id
     * within the conversation, else its bytes.
     */
    public static byte[] of(ChatEvent event, byte[] value) {
        byte[] conversation = event.conversation().keyBytes();
        if (event.type() == EventType.MESSAGE_CREATED) {
            return hash(MESSAGE, conversation, utf8(event.messageId().orElseThrow()));
        }
        return event.eventId()
                .map(id -> hash(NAMED_EVENT, conversation, utf8(id)))
                .orElseGet(() -> hash(UNNAMED_EVENT, conversation, value));
    }

    /** The identity of the {@code message.created} of that conversation and message id. */
    public static byte[] ofMessage(String conversationKey, String messageId) {
        return hash(MESSAGE, conversationKey.getBytes(StandardCharsets.US_ASCII), utf8(messageId));
    }

    private static byte[] hash(byte kind, byte[] conversation, byte[] id) {
        MessageDigest digest = SHA_256.get();
        digest.update(kind);
        digest.update(conversation);
        digest.update((byte) 0);
        return Arrays.copyOf(digest.digest(id), BYTES);
    }

    private static byte[] utf8(String id) {
        return id.getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
