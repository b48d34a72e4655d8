package io.multichat.events;

import io.multichat.events.text.PercentEncoding;
import java.util.Optional;

/**
 * Where messages are exchanged: a channel of a platform, or a thread in it.
 *
 * <p>Its key, {@code platform/channel} or {@code platform/channel/thread}, is the record key of both output topics and
 * the identity of the conversation in every store: conversations are equal when their keys are. Each part is
 * percent-encoded after RFC 3986 (only unreserved characters stay), so {@code /} only separates: {@code irc/%23ubuntu},
 * {@code discord/123/456}. The key and its hash are made once, since every record needs them several times.
 */
public sealed interface Conversation permits KeyedConversation {
    /** The longest key, in bytes. */
    int MAX_KEY_BYTES = 512;

    /**
     * The conversation of a channel itself.
     *
     * @throws InvalidEventException as {@link #of(String, String, String)} does
     */
    static Conversation of(String platform, String channel) {
        return of(platform, channel, null);
    }

    /**
     * The conversation of a thread; an empty or null thread means the channel itself.
     *
     * @throws InvalidEventException when platform or channel is empty, a part holds half a surrogate pair, or the key is
     *     longer than {@link #MAX_KEY_BYTES}
     */
    static Conversation of(String platform, String channel, String thread) {
        return KeyedConversation.of(
                platform, channel, Optional.ofNullable(thread).filter(part -> !part.isEmpty()));
    }

    /**
     * The conversation with that key.
     *
     * @throws InvalidEventException when it is not a key as {@link #key()} writes it
     */
    static Conversation ofKey(String key) {
        String[] parts = key.split("/", -1);
        if (parts.length == 2 || parts.length == 3) {
            Conversation conversation = KeyedConversation.of(
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

    /** Not empty. */
    String platform();

    /** Not empty. */
    String channel();

    /** Empty when the conversation is the channel itself. */
    Optional<String> thread();

    /** The key, ASCII, at most {@link #MAX_KEY_BYTES} long. */
    String key();

    /** The bytes of the key; they belong to the conversation and must not be changed. */
    byte[] keyBytes();

    /** The 64 bits of a session id that name the conversation, see {@link SessionId#conversationHash(String)}. */
    long hash();

    /**
     * The home of this conversation: the partition on which all its records are processed.
     *
     * @param partitions how many there are, at least 1
     */
    int partition(int partitions);
}
