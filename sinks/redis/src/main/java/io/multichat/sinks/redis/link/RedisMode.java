package io.multichat.sinks.redis.link;

import java.util.Arrays;
import java.util.Locale;

/** How the servers of {@code redis.uri} belong together. */
public enum RedisMode {
    /** One server. */
    STANDALONE(6379),
    /** A Redis Cluster: the URI names some of its nodes, they tell the others. */
    CLUSTER(6379),
    /** The URI names Sentinels, which tell who is master. */
    SENTINEL(26379);

    private final int defaultPort;

    RedisMode(int defaultPort) {
        this.defaultPort = defaultPort;
    }

    /** The port of a server that the URI names without one. */
    public int defaultPort() {
        return defaultPort;
    }

    /** As {@code redis.mode} spells it. */
    public String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static String[] spellings() {
        return Arrays.stream(values()).map(RedisMode::spelling).toArray(String[]::new);
    }

    /** @throws IllegalArgumentException when no mode is spelled so */
    public static RedisMode of(String spelling) {
        return valueOf(spelling.toUpperCase(Locale.ROOT));
    }
}
