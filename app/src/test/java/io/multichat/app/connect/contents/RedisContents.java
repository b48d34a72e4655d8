package io.multichat.app.connect.contents;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.resps.Tuple;

/** The contents of Redis, read with its own commands. */
final class RedisContents {
    private static final String CONVERSATIONS = "conversations";

    private final Rows rows = new Rows();
    private final Jedis redis;

    private RedisContents(Jedis redis) {
        this.redis = redis;
    }

    static Rows of(URI uri) {
        try (Jedis redis = new Jedis(uri, 60_000)) {
            RedisContents contents = new RedisContents(redis);
            for (String set : redis.keys("mc:{*}:" + CONVERSATIONS)) {
                contents.expires(set);
                String prefix = set.substring(0, set.length() - CONVERSATIONS.length());
                redis.smembers(set).forEach(conversation -> contents.add(prefix, conversation));
            }
            return contents.rows;
        }
    }

    private void add(String prefix, String conversation) {
        rows.add("conversation " + conversation);
        String key = prefix + conversation;
        for (Map.Entry<byte[], byte[]> body :
                redis.hgetAll(utf8(key + ":bodies")).entrySet()) {
            rows.add("body " + conversation + " " + text(body.getKey()), fields(body.getValue()));
        }
        scores("message " + conversation, key + ":messages");
        scores("order " + conversation, key + ":order");
        redis.hgetAll(key + ":sessions")
                .forEach((id, json) -> rows.add("session " + conversation + " " + id, utf8(json)));
        for (String part : List.of(":bodies", ":messages", ":order", ":sessions")) {
            expires(key + part);
        }
    }

    private void scores(String name, String key) {
        for (Tuple tuple : redis.zrangeWithScores(key, 0, -1)) {
            rows.add(name + " " + tuple.getElement(), (long) tuple.getScore());
        }
    }

    /** Adds a row if the key never expires, which no model expects. */
    private void expires(String key) {
        if (redis.pttl(key) == -1) {
            rows.add("for ever: " + key);
        }
    }

    /** The rank, the time of the revision, sentAt, order and JSON. */
    private static Object[] fields(byte[] body) {
        String[] head = new String(body, StandardCharsets.ISO_8859_1).split(" ", 5);
        int json = body.length - head[4].length();
        return new Object[] {head[0], head[1], head[2], head[3], Arrays.copyOfRange(body, json, body.length)};
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
