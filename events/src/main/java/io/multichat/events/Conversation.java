package io.multichat.events;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.utils.Utils;

/**
 * Where messages are exchanged: a channel of a platform, or a thread in it.
 *
 * <p>Its key, {@code platform/channel} or {@code platform/channel/thread}, is the record key of both output topics and
 * the identity of the conversation in every store. Each part is percent-encoded after RFC 3986 (only unreserved
 * characters stay), so {@code /} only separates: {@code irc/%23ubuntu}, {@code discord/123/456}.
 *
 * @param platform not empty
 * @param channel not empty
 * @param thread empty when the conversation is the channel itself
 */
public record Conversation(String platform, String channel, Optional<String> thread) {
    /** The longest key, in bytes. */
    public static final int MAX_KEY_BYTES = 512;

    /**
     * @throws InvalidEventException when a part is empty, holds half a surrogate pair, or the key is longer than
     *     {@link #MAX_KEY_BYTES}
     */
    public Conversation {
        requireText(EventField.PLATFORM, platform);
        requireText(EventField.CHANNEL, channel);
        thread.ifPresent(part -> requireText(EventField.THREAD, part));
        int length = encode(platform, channel, thread).length();
        if (length > MAX_KEY_BYTES) {
            throw new InvalidEventException(
                    RejectReason.INVALID_VALUE,
                    "the conversation key has " + length + " bytes; at most " + MAX_KEY_BYTES + " are allowed");
        }
    }

    /** The conversation of a channel itself. */
    public static Conversation of(String platform, String channel) {
        return new Conversation(platform, channel, Optional.empty());
    }

    /** The conversation of a thread; an empty or null thread means the channel itself. */
    public static Conversation of(String platform, String channel, String thread) {
        return new Conversation(platform, channel, Optional.ofNullable(thread).filter(part -> !part.isEmpty()));
    }

    /**
     * The conversation with that key.
     *
     * @throws InvalidEventException when it is not a key as {@link #key()} writes it
     */
    public static Conversation ofKey(String key) {
        String[] parts = key.split("/", -1);
        if (parts.length == 2 || parts.length == 3) {
            Conversation conversation = new Conversation(
                    PercentEncoding.decode(parts[0]),
                    PercentEncoding.decode(parts[1]),
                    parts.length == 3 ? Optional.of(PercentEncoding.decode(parts[2])) : Optional.empty());
            if (conversation.key().equals(key)) {
                return conversation;
            }
        }
        throw new InvalidEventException(
                RejectReason.INVALID_VALUE,
                "not a conversation key (platform/channel or platform/channel/thread, percent-encoded)");
    }

    /** The key, ASCII, at most {@link #MAX_KEY_BYTES} long. */
    public String key() {
        return encode(platform, channel, thread);
    }

    /**
     * The home of this conversation: the partition on which all its records are processed.
     *
     * @param partitions how many there are, at least 1
     */
    public int partition(int partitions) {
        byte[] key = key().getBytes(StandardCharsets.US_ASCII);
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }

    private static String encode(String platform, String channel, Optional<String> thread) {
        String key = PercentEncoding.encode(platform) + "/" + PercentEncoding.encode(channel);
        return thread.map(part -> key + "/" + PercentEncoding.encode(part)).orElse(key);
    }

    private static void requireText(EventField field, String part) {
        if (part.isEmpty()) {
            throw new InvalidEventException(RejectReason.MISSING_FIELD, field.wireName() + " is empty");
        }
        Surrogates.requirePaired(part);
    }
}
