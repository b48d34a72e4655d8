package io.multichat.events;

import io.multichat.events.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * The identity of an event, by which duplicates are found: 128 bits of a SHA-256.
 *
 * <p>The hash is cryptographic because ids come from untrusted publishers: nobody can construct an event that passes for a
 * duplicate of another.
 */
public final class EventIdentity {
    /** The length of an identity, in bytes. */
    public static final int BYTES = 16;

    private static final byte MESSAGE = 0;
    private static final byte NAMED_EVENT = 1;
    private static final byte UNNAMED_EVENT = 2;
    private static final byte ERASED_MESSAGE = 3;
    private static final byte[] NO_ID = {};

    /** One instance per thread, reset by each hash: creating an instance costs as much as hashing. */
    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(Sha256::start);

    private EventIdentity() {}

    /**
     * The identity of an event. A {@code message.created} is identified by conversation and message id; any other event by
     * conversation and event id, or by conversation and bytes if it has no event id.
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

    /** The identity of the {@code message.created} with this conversation and message id. */
    public static byte[] ofMessage(String conversationKey, String messageId) {
        return hash(MESSAGE, conversationKey.getBytes(StandardCharsets.US_ASCII), utf8(messageId));
    }

    /**
     * The identity under which it is remembered that a message was refused because it was erased. No event has it.
     *
     * @param message the identity of the message
     */
    public static byte[] ofErased(byte[] message) {
        return hash(ERASED_MESSAGE, message, NO_ID);
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
}
