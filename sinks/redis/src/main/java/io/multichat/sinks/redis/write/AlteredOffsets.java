package io.multichat.sinks.redis.write;

import io.multichat.sinks.redis.link.RedisErrors;
import io.multichat.sinks.redis.link.RedisLink;
import io.multichat.sinks.redis.settings.RedisSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import redis.clients.jedis.exceptions.JedisException;

/** Sets positions on request of Connect's REST interface, which calls them offsets. */
public final class AlteredOffsets {
    private AlteredOffsets() {}

    /**
     * Sets the positions of the connector in Redis.
     *
     * @param offsets as passed to a connector's {@code alterOffsets}; null stands for the beginning of the topic
     * @throws ConnectException if Redis cannot be written
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
            throw new ConnectException(RedisErrors.of(settings.endpoint(), e).getMessage(), e);
        }
    }
}
