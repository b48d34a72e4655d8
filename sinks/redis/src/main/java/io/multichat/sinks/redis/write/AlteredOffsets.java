package io.multichat.sinks.redis.write;

import io.multichat.sinks.redis.link.RedisLink;
import io.multichat.sinks.redis.link.Verdicts;
import io.multichat.sinks.redis.settings.RedisSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import redis.clients.jedis.exceptions.JedisException;

/** Positions that a person sets through Connect's REST interface, where they are called offsets. */
public final class AlteredOffsets {
    private AlteredOffsets() {}

    /**
     * Sets the positions in Redis.
     *
     * @param offsets as a connector's {@code alterOffsets} gets them: null means from the beginning
     * @throws ConnectException when Redis does not take them
     */
    public static void apply(RedisSettings settings, Map<TopicPartition, Long> offsets) {
        if (offsets.isEmpty()) {
            return;
        }
        Map<TopicPartition, Long> positions = new HashMap<>();
        offsets.forEach((partition, offset) ->
                positions.put(partition, Optional.ofNullable(offset).orElse(0L)));
        try (RedisLink redis = settings.endpoint().connect(1)) {
            new PositionHashes(redis, settings.connector()).set(positions);
        } catch (JedisException e) {
            throw new ConnectException(Verdicts.of(settings.endpoint(), e).getMessage(), e);
        }
    }
}
