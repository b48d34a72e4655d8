package io.multichat.sinks.redis.read;

import io.multichat.events.text.WholeNumbers;
import io.multichat.sinks.redis.layout.PositionKeys;
import io.multichat.sinks.redis.link.RedisEndpoint;
import io.multichat.sinks.redis.link.RedisErrors;
import io.multichat.sinks.redis.link.RedisLink;
import io.multichat.sinks.redis.settings.EndpointRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import redis.clients.jedis.exceptions.JedisException;

/** The positions up to which Redis holds its topics. Thread-safe. Connects on first use. */
public final class RedisPositions implements AutoCloseable {
    private static final int CONNECTIONS = 2;

    private final RedisEndpoint endpoint;
    private final RedisLink redis;

    private RedisPositions(RedisEndpoint endpoint) {
        this.endpoint = endpoint;
        this.redis = endpoint.connect(CONNECTIONS);
    }

    /**
     * The positions in the Redis that the settings name, of any kind.
     *
     * @param settings as for {@link RedisSessionReader#of}
     * @throws org.apache.kafka.common.config.ConfigException if the settings are invalid
     */
    public static RedisPositions of(Map<String, String> settings) {
        return new RedisPositions(EndpointRules.endpoint(settings));
    }

    /**
     * The next offset of each topic-partition. If several connectors write to Redis, the greatest of their positions counts; of
     * several masters, the least. What Redis has dropped because it expired or was trimmed counts as held.
     *
     * @throws io.multichat.reading.StoreException if Redis cannot be read
     */
    public Map<TopicPartition, Long> read() {
        try {
            List<Map<TopicPartition, Long>> masters = new ArrayList<>();
            for (String tag : redis.masterTags()) {
                masters.add(greatest(redis.client().hgetAll(PositionKeys.of(tag))));
            }
            return least(masters);
        } catch (JedisException e) {
            throw RedisErrors.of(endpoint, e);
        }
    }

    @Override
    public void close() {
        redis.close();
    }

    private static Map<TopicPartition, Long> greatest(Map<String, String> hash) {
        Map<TopicPartition, Long> positions = new HashMap<>();
        hash.forEach((field, next) -> {
            // <connector>/<topic>-<partition>; the other field, incarnation, has no slash
            int slash = field.lastIndexOf('/');
            int hyphen = field.lastIndexOf('-');
            if (slash >= 0 && hyphen > slash) {
                TopicPartition partition = new TopicPartition(
                        field.substring(slash + 1, hyphen), WholeNumbers.parseInt(field.substring(hyphen + 1)));
                positions.merge(partition, WholeNumbers.parseLong(next), Math::max);
            }
        });
        return positions;
    }

    private static Map<TopicPartition, Long> least(List<Map<TopicPartition, Long>> masters) {
        Set<TopicPartition> all = new HashSet<>();
        masters.forEach(master -> all.addAll(master.keySet()));
        Map<TopicPartition, Long> least = new HashMap<>();
        all.forEach(partition -> least.put(
                partition,
                masters.stream()
                        .mapToLong(master -> master.getOrDefault(partition, 0L))
                        .min()
                        .orElse(0)));
        return least;
    }
}
