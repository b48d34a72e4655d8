package io.multichat.sinks.redis.layout;

import io.multichat.events.Conversation;
import io.multichat.events.SessionId;
import io.multichat.events.hash.Murmur2;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The keys of one conversation. All start with {@code mc:{<hash>}:}, where the hash is murmur2 of the conversation key in 8
 * hexadecimal digits. A session id contains this hash, so the id alone is enough to find the conversation. Redis Cluster
 * derives the slot from the text in braces, so all keys of a conversation are on one node.
 *
 * @param sessions hash: session id to the JSON of its newest snapshot; includes merged and deleted sessions, because they
 *     record what happened to an old id
 * @param order sorted set: ids of the open and closed sessions by {@code startedAt}
 * @param messages sorted set: message ids by {@code sentAt}
 * @param bodies hash: message id to {@link MessageBody}; has exactly the ids in {@code messages}
 * @param trimming hash: {@code bytes}, the total size of the bodies, and {@code floor}, the time in UTC milliseconds up to which
 *     messages were dropped; missing if none were
 * @param conversations set: the keys of all conversations with this hash, because a session id does not contain the key
 */
public record RedisKeys(
        byte[] sessions, byte[] order, byte[] messages, byte[] bodies, byte[] trimming, byte[] conversations) {
    /** The keys of a conversation. */
    public static RedisKeys of(Conversation conversation) {
        return of(conversation.key(), Murmur2.hash(conversation.keyBytes()));
    }

    /**
     * The keys of a conversation, given only its key and the hash in them.
     *
     * @param murmur2 murmur2 of the conversation key
     */
    public static RedisKeys of(String conversationKey, int murmur2) {
        String tag = tag(murmur2);
        String conversation = tag + conversationKey;
        return new RedisKeys(
                ascii(conversation + ":sessions"),
                ascii(conversation + ":order"),
                ascii(conversation + ":messages"),
                ascii(conversation + ":bodies"),
                ascii(conversation + ":trimming"),
                ascii(tag + "conversations"));
    }

    /** The set of conversation keys among which the conversation of a session is. */
    public static byte[] conversations(SessionId id) {
        return ascii(tag(id.conversationHash().murmur2()) + "conversations");
    }

    private static String tag(int murmur2) {
        return "mc:{" + HexFormat.of().toHexDigits(murmur2) + "}:";
    }

    private static byte[] ascii(String key) {
        return key.getBytes(StandardCharsets.US_ASCII);
    }
}
