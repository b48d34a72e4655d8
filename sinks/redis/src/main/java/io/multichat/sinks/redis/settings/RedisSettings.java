package io.multichat.sinks.redis.settings;

import io.multichat.sinks.core.SinkTopics;
import io.multichat.sinks.core.settings.DurationSetting;
import io.multichat.sinks.core.settings.SizeSetting;
import io.multichat.sinks.redis.link.RedisEndpoint;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/**
 * The validated settings of the Redis sink.
 *
 * @param endpoint {@code redis.uri} and the other settings of the connection
 * @param connector the name of the connector, under which Redis stores its positions
 * @param ttl {@code redis.ttl}: how long a conversation is kept after the last write to it
 * @param messagesMax {@code redis.messages.max}: maximum number of messages kept for a conversation, at least 1
 * @param messagesMaxBytes {@code redis.messages.max.bytes}: maximum total size of the messages kept for a conversation; a single
 *     larger message is kept too
 * @param eraseRewrite {@code redis.erase.rewrite}: true to have the servers rewrite their append-only files after an erasure
 * @param topics the topics to consume
 */
public record RedisSettings(
        RedisEndpoint endpoint,
        String connector,
        Duration ttl,
        int messagesMax,
        long messagesMaxBytes,
        boolean eraseRewrite,
        SinkTopics topics) {
    public static final String TTL = "redis.ttl";
    public static final String MESSAGES_MAX = "redis.messages.max";
    public static final String MESSAGES_MAX_BYTES = "redis.messages.max.bytes";
    public static final String ERASE_REWRITE = "redis.erase.rewrite";

    // Lua numbers are doubles: up to this limit, expiry times in milliseconds are exact.
    private static final DurationSetting TIME_TO_LIVE =
            new DurationSetting(Duration.ofMillis(1), Duration.ofDays(100_000_000));

    private static final SizeSetting SIZE = new SizeSetting();

    /** Defines all settings of the sink: names, types, defaults, validators and documentation. */
    public static ConfigDef define() {
        ConfigDef settings = EndpointConfig.define(new ConfigDef())
                .define(
                        TTL,
                        ConfigDef.Type.STRING,
                        "24h",
                        TIME_TO_LIVE,
                        ConfigDef.Importance.MEDIUM,
                        "How long a conversation is kept after the last write to it, such as 500ms, 30s, 30m, 24h or 7d.")
                .define(
                        MESSAGES_MAX,
                        ConfigDef.Type.INT,
                        10_000,
                        ConfigDef.Range.atLeast(1),
                        ConfigDef.Importance.MEDIUM,
                        "Maximum number of messages kept for a conversation; the oldest are dropped."
                                + " Sessions that are incomplete in Redis are read from another store.")
                .define(
                        MESSAGES_MAX_BYTES,
                        ConfigDef.Type.STRING,
                        "32MiB",
                        SIZE,
                        ConfigDef.Importance.MEDIUM,
                        "Maximum total size of the messages kept for a conversation, such as 512KiB, 32MiB or 1GiB; the oldest"
                                + " are dropped.")
                .define(
                        ERASE_REWRITE,
                        ConfigDef.Type.BOOLEAN,
                        false,
                        ConfigDef.Importance.LOW,
                        "Rewrite of the append-only file of each server, 10 s after an erasure, so that nothing erased stays in"
                                + " it. Needs the permission +bgrewriteaof. `multichat dev` always does this with its own"
                                + " Redis.");
        return SinkTopics.define(settings);
    }

    /**
     * Parses and validates the settings.
     *
     * @throws ConfigException if they are invalid; the message names every problem and contains no secret
     */
    public static RedisSettings of(Map<String, String> properties) {
        AbstractConfig parsed = EndpointRules.parse(define(), properties, "the Redis sink cannot start");
        return new RedisSettings(
                EndpointRules.endpoint(parsed),
                properties.getOrDefault("name", "multichat-redis"),
                TIME_TO_LIVE.parse(TTL, parsed.getString(TTL)),
                parsed.getInt(MESSAGES_MAX),
                SIZE.parse(MESSAGES_MAX_BYTES, parsed.getString(MESSAGES_MAX_BYTES)),
                parsed.getBoolean(ERASE_REWRITE),
                SinkTopics.of(parsed));
    }
}
