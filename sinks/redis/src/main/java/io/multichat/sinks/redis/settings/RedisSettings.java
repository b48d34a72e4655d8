package io.multichat.sinks.redis.settings;

import io.multichat.sinks.core.SinkTopics;
import io.multichat.sinks.core.settings.DurationSetting;
import io.multichat.sinks.redis.link.EndpointSettings;
import io.multichat.sinks.redis.link.RedisEndpoint;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/**
 * The settings of the Redis sink, checked.
 *
 * @param endpoint {@code redis.uri} and what belongs to it
 * @param connector the connector's name, by which Redis tells whose positions are whose
 * @param ttl {@code redis.ttl}: how long a conversation is kept after the last write to it
 * @param messagesMax {@code redis.messages.max}: how many messages of a conversation are kept, at least 1
 * @param topics what is consumed
 */
public record RedisSettings(
        RedisEndpoint endpoint, String connector, Duration ttl, int messagesMax, SinkTopics topics) {
    public static final String TTL = "redis.ttl";
    public static final String MESSAGES_MAX = "redis.messages.max";

    // The script counts with doubles: up to there, the milliseconds of the end of life are exact.
    private static final DurationSetting TIME_TO_LIVE =
            new DurationSetting(Duration.ofMillis(1), Duration.ofDays(100_000_000));

    /** All settings with their defaults, rules and documentation. */
    public static ConfigDef define() {
        ConfigDef settings = EndpointKeys.define(new ConfigDef())
                .define(
                        TTL,
                        ConfigDef.Type.STRING,
                        "24h",
                        TIME_TO_LIVE,
                        ConfigDef.Importance.MEDIUM,
                        "How long a conversation is kept after the last write to it: 500ms, 30s, 30m, 24h, 7d.")
                .define(
                        MESSAGES_MAX,
                        ConfigDef.Type.INT,
                        10_000,
                        ConfigDef.Range.atLeast(1),
                        ConfigDef.Importance.MEDIUM,
                        "How many messages of a conversation are kept; the oldest are dropped."
                                + " A session that is not complete here is read from another store.");
        return SinkTopics.define(settings);
    }

    /** @throws ConfigException with all problems in its message */
    public static RedisSettings of(Map<String, String> properties) {
        String problems = define().validate(properties).stream()
                .flatMap(setting -> setting.errorMessages().stream())
                .collect(Collectors.joining("; "));
        if (!problems.isEmpty()) {
            throw new ConfigException("the Redis sink cannot start: " + problems);
        }
        AbstractConfig parsed = new AbstractConfig(define(), properties, false);
        EndpointSettings endpoint = EndpointRules.of(parsed);
        String conflicts = String.join("; ", EndpointRules.problems(endpoint));
        if (!conflicts.isEmpty()) {
            throw new ConfigException("the Redis sink cannot start: " + conflicts);
        }
        return new RedisSettings(
                new RedisEndpoint(endpoint),
                properties.getOrDefault("name", "multichat-redis"),
                TIME_TO_LIVE.parse(TTL, parsed.getString(TTL)),
                parsed.getInt(MESSAGES_MAX),
                SinkTopics.of(parsed));
    }
}
