package io.multichat.sinks.redis.link;

import io.multichat.events.SessionId;
import io.multichat.sinks.redis.write.MessageBody;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The keys of one conversation. All begin with {@code mc:{<hash>}:}, the hash being murmur2 of the conversation key in 8
 * hexadecimal digits: a session id holds it too, and what the braces hold decides the slot of a Redis Cluster, so all keys
 * lie on one node.
 *
 * @param sessions hash: session id to the JSON of its newest snapshot, merged and deleted sessions included, since they
 *     tell what an old id became
 * @param order sorted set: ids of the open and closed sessions by {@code startedAt}
 * @param messages sorted set: message ids by {@code sentAt}
 * @param bodies hash: message id to {@link MessageBody}; holds exactly the ids of {@code messages}
 * @param conversations set: the keys of all conversations of this hash, since a session id alone does not spell them
 */
public record RedisKeys(byte[] sessions, byte[] order, byte[] messages, byte[] bodies, byte[] conversations) {
    public static RedisKeys of(String conversationKey) {
        String tag = tag(SessionId.conversationHash(conversationKey));
        String conversation = tag + conversationKey;
        return new RedisKeys(
                ascii(conversation + ":sessions"),
                ascii(conversation + ":order"),
                ascii(conversation + ":messages"),
                ascii(conversation + ":bodies"),
                ascii(tag + "conversations"));
    }

    /** The set that names the conversation of a session. */
    public static byte[] conversations(SessionId id) {
        return ascii(tag(id.conversationHash()) + "conversations");
    }

    private static String tag(long conversationHash) {
        return "mc:{" + HexFormat.of().toHexDigits((int) (conversationHash >>> 32)) + "}:";
    }

    private static byte[] ascii(String key) {
        return key.getBytes(StandardCharsets.US_ASCII);
    }
}
