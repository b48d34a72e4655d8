package io.multichat.app.system;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import redis.clients.jedis.Jedis;

/** The keys and values of Redis as text, without the time until they expire. */
final class RedisListing {
    private static final String CONVERSATIONS = "conversations";

    private RedisListing() {}

    /** @param end a time in UTC milliseconds; conversations with messages from then on are left out */
    static String of(URI uri, long end) {
        Set<String> lines = new TreeSet<>();
        try (Jedis redis = new Jedis(uri)) {
            for (String set : redis.keys("mc:{*}:" + CONVERSATIONS)) {
                String prefix = set.substring(0, set.length() - CONVERSATIONS.length());
                for (String conversation : redis.smembers(set)) {
                    String key = prefix + conversation;
                    if (redis.zcount(key + ":messages", String.valueOf(end), "+inf") == 0) {
                        lines.add(set + " " + conversation);
                        lines.add(key + ":messages " + redis.zrangeWithScores(key + ":messages", 0, -1));
                        lines.add(key + ":order " + redis.zrangeWithScores(key + ":order", 0, -1));
                        lines.add(key + ":bodies " + sorted(redis.hgetAll(key + ":bodies")));
                        lines.add(key + ":sessions " + sorted(redis.hgetAll(key + ":sessions")));
                        lines.add(key + ":trimming " + sorted(redis.hgetAll(key + ":trimming")));
                    }
                }
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static Map<String, String> sorted(Map<String, String> hash) {
        return new TreeMap<>(hash);
    }
}
