package io.multichat.events;

import io.multichat.events.hash.ConversationHash;
import io.multichat.events.text.PercentEncoding;
import java.util.Optional;

/**
 * A place where messages are exchanged: a channel of a platform, or a thread in a channel.
 *
 * <p>The key, {@code platform/channel} or {@code platform/channel/thread}, identifies the conversation in every topic and
 * store. Two conversations are equal if their keys are. Each part is percent-encoded as in RFC 3986 (only unreserved characters
 * remain), so that {@code /} is only a separator: {@code irc/%23ubuntu}, {@code discord/123/456}. The key is
 * computed once, because every record needs it several times.
 */
public sealed interface Conversation permits KeyedConversation {
    /** The maximum length of a key, in bytes. */
    int MAX_KEY_BYTES = 512;

    /**
     * Creates the conversation of a channel.
     *
     * @throws InvalidEventException as {@link #of(String, String, String)} does
     */
    static Conversation of(String platform, String channel) {
        return of(platform, channel, null);
    }

    /**
     * Creates the conversation of a thread; with an empty or null thread, the conversation of the channel.
     *
     * @throws InvalidEventException if platform or channel is empty, a part contains an unpaired surrogate, or the key is
     *     longer than {@link #MAX_KEY_BYTES}
     */
    static Conversation of(String platform, String channel, String thread) {
        return KeyedConversation.of(
                platform, channel, Optional.ofNullable(thread).filter(part -> !part.isEmpty()));
    }

    /**
     * Parses a key.
     *
     * @throws InvalidEventException if {@link #key()} never returns this text
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

    /** The platform, not empty. */
    String platform();

    /** The channel, not empty. */
    String channel();

    /** The thread; empty for the conversation of a channel. */
    Optional<String> thread();

    /** The key: ASCII, at most {@link #MAX_KEY_BYTES} long. */
    String key();

    /** The bytes of the key; callers must not modify them. */
    byte[] keyBytes();

    /** The hash that identifies the conversation in a session id. Computed by each call, so callers on hot paths keep it. */
    ConversationHash hash();

    /**
     * The partition that processes all records of this conversation. Cheap: it needs no {@link #hash()}.
     *
     * @param partitions the number of partitions, at least 1
     */
    int partition(int partitions);
}
