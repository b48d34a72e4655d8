package io.multichat.sinks.redis.link;

import java.util.Arrays;
import java.util.Locale;

/** The kind of Redis that {@code redis.uri} names. */
public enum RedisMode {
    /** One server. */
    STANDALONE(6379),
    /** A Redis Cluster: the URI names some of its nodes, which know the others. */
    CLUSTER(6379),
    /** A master watched by Sentinels: the URI names the Sentinels. */
    SENTINEL(26379);

    private final int defaultPort;

    RedisMode(int defaultPort) {
        this.defaultPort = defaultPort;
    }

    /** The port of a server named without one. */
    public int defaultPort() {
        return defaultPort;
    }

    /** The value of {@code redis.mode}, for example {@code cluster}. */
    public String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All values of {@code redis.mode}. */
    public static String[] spellings() {
        return Arrays.stream(values()).map(RedisMode::spelling).toArray(String[]::new);
    }

    /**
     * The mode with that spelling.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static RedisMode of(String spelling) {
        return valueOf(spelling.toUpperCase(Locale.ROOT));
    }
}
