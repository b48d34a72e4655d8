package io.multichat.events;

import io.multichat.events.hash.ConversationHash;
import io.multichat.events.hash.Murmur2;
import io.multichat.events.json.JsonException;
import io.multichat.events.json.Surrogates;
import io.multichat.events.text.PercentEncoding;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The implementation of {@link Conversation}: its parts and its key. */
public record KeyedConversation(String platform, String channel, Optional<String> thread, String key, byte[] keyBytes)
        implements Conversation {

    public static KeyedConversation of(String platform, String channel, Optional<String> thread) {
        byte[] first = part(EventField.PLATFORM, platform);
        byte[] second = part(EventField.CHANNEL, channel);
        byte[] third = thread.isPresent() ? part(EventField.THREAD, thread.get()) : new byte[0];
        long length = first.length + 1L + second.length + (thread.isPresent() ? 1L + third.length : 0);
        if (length > MAX_KEY_BYTES) {
            throw new InvalidEventException(
                    RejectReason.INVALID_VALUE,
                    "the conversation key has " + length + " bytes; at most " + MAX_KEY_BYTES + " are allowed");
        }
        byte[] key = new byte[(int) length];
        System.arraycopy(first, 0, key, 0, first.length);
        key[first.length] = '/';
        System.arraycopy(second, 0, key, first.length + 1, second.length);
        if (thread.isPresent()) {
            int end = first.length + 1 + second.length;
            key[end] = '/';
            System.arraycopy(third, 0, key, end + 1, third.length);
        }
        // Decoding ASCII as Latin-1 skips the check for ASCII.
        String text = new String(key, StandardCharsets.ISO_8859_1);
        return new KeyedConversation(platform, channel, thread, text, key);
    }

    @Override
    public ConversationHash hash() {
        return ConversationHash.of(keyBytes);
    }

    @Override
    public int partition(int partitions) {
        return Murmur2.partition(Murmur2.hash(keyBytes), partitions);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyedConversation that && key.equals(that.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return key;
    }

    private static byte[] part(EventField field, String part) {
        if (part.isEmpty()) {
            throw new InvalidEventException(RejectReason.MISSING_FIELD, field.wireName() + " is empty");
        }
        byte[] encoded = PercentEncoding.encode(part);
        if (encoded.length > part.length()) {
            requirePaired(part); // an unpaired surrogate is not unreserved, so encoding made the part longer
        }
        return encoded;
    }

    private static void requirePaired(String part) {
        try {
            Surrogates.requirePaired(part);
        } catch (JsonException e) {
            throw InvalidEventException.of(e);
        }
    }
}
