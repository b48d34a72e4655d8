package io.multichat.sinks.redis.testing;

import io.multichat.events.Conversation;
import io.multichat.sinks.redis.layout.RedisKeys;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.resps.Tuple;

/**
 * Everything that Redis holds of a conversation, in comparable form.
 *
 * @param sessions session id to JSON
 * @param order ids of listed sessions, with their start
 * @param messages message ids, with their time
 * @param bodies message id to body
 */
public record StoredConversation(
        Map<String, String> sessions, List<Tuple> order, List<Tuple> messages, Map<String, String> bodies) {

    /** Reads a conversation. */
    public static StoredConversation read(UnifiedJedis redis, Conversation conversation) {
        RedisKeys keys = RedisKeys.of(conversation);
        return new StoredConversation(
                texts(redis.hgetAll(keys.sessions())),
                redis.zrangeWithScores(keys.order(), 0, -1),
                redis.zrangeWithScores(keys.messages(), 0, -1),
                texts(redis.hgetAll(keys.bodies())));
    }

    /** The ids of the messages, in the order of Redis. */
    public List<String> messageIds() {
        return messages.stream().map(Tuple::getElement).toList();
    }

    private static Map<String, String> texts(Map<byte[], byte[]> hash) {
        Function<byte[], String> utf8 = bytes -> new String(bytes, StandardCharsets.UTF_8);
        return hash.entrySet().stream()
                .collect(Collectors.toMap(
                        field -> utf8.apply(field.getKey()),
                        field -> utf8.apply(field.getValue()),
                        (first, second) -> second,
                        TreeMap::new));
    }
}
