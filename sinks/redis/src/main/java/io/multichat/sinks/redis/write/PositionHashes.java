package io.multichat.sinks.redis.write;

import io.multichat.events.text.WholeNumbers;
import io.multichat.sinks.core.OffsetRange;
import io.multichat.sinks.redis.layout.PositionKeys;
import io.multichat.sinks.redis.link.RedisLink;
import io.multichat.sinks.redis.link.Script;
import io.multichat.sinks.redis.link.ScriptCall;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * The hashes that hold the positions of one connector, at least one on each master. The key is {@code mc:positions:{<tag>}}; the
 * fields are {@code <connector>/<topic>-<partition>} and {@code incarnation}, a name given to the hash when it is created. The
 * hashes never expire. All methods throw {@link JedisException} if a master does not answer.
 *
 * @param redis where the hashes are
 * @param connector the name of the connector
 */
public record PositionHashes(RedisLink redis, String connector) {
    private static final Script SCRIPT = Script.of(PositionHashes.class, "positions.lua");

    /** The keys of the hashes. */
    List<String> keys() {
        return redis.masterTags().stream().map(PositionKeys::of).toList();
    }

    /**
     * Reads the positions in each hash, after advancing those that may advance.
     *
     * @param incarnations the incarnations in which the ranges were written, by key; without one, nothing is advanced
     * @param written the range of offsets written since the last call, of each partition to read
     */
    List<HeldPositions> advance(
            List<String> keys, Map<String, String> incarnations, Map<TopicPartition, OffsetRange> written) {
        List<TopicPartition> partitions = List.copyOf(written.keySet());
        List<ScriptCall> calls = new ArrayList<>(keys.size());
        for (String key : keys) {
            List<byte[]> arguments = new ArrayList<>(2 + 3 * partitions.size());
            arguments.add(utf8(incarnations.getOrDefault(key, "")));
            arguments.add(utf8(UUID.randomUUID().toString()));
            for (TopicPartition partition : partitions) {
                OffsetRange range = written.get(partition);
                arguments.add(utf8(field(partition)));
                arguments.add(utf8(Long.toString(range.from())));
                arguments.add(utf8(Long.toString(range.next())));
            }
            calls.add(new ScriptCall(List.of(utf8(key)), arguments));
        }
        List<Object> replies = SCRIPT.runAll(redis, calls);
        List<HeldPositions> held = new ArrayList<>(keys.size());
        for (int i = 0; i < keys.size(); i++) {
            held.add(held(keys.get(i), replies.get(i), partitions));
        }
        return held;
    }

    /** Sets positions, whatever they were before. */
    public void set(Map<TopicPartition, Long> positions) {
        Map<byte[], byte[]> fields = new HashMap<>();
        positions.forEach((partition, next) -> fields.put(utf8(field(partition)), utf8(Long.toString(next))));
        keys().forEach(key -> redis.client().hset(utf8(key), fields));
    }

    private String field(TopicPartition partition) {
        return connector + "/" + partition;
    }

    private static HeldPositions held(String key, Object reply, List<TopicPartition> partitions) {
        if (reply instanceof JedisDataException refused) {
            throw refused;
        }
        List<?> parts = (List<?>) reply;
        Map<TopicPartition, Long> positions = new HashMap<>();
        for (int i = 0; i < partitions.size(); i++) {
            positions.put(partitions.get(i), WholeNumbers.parseLong(text(parts.get(i + 1))));
        }
        return new HeldPositions(key, text(parts.get(0)), positions);
    }

    private static String text(Object reply) {
        return new String((byte[]) reply, StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The contents of one hash.
     *
     * @param key the key of the hash
     * @param incarnation identifies the server process and the hash; changes if data may have been lost
     * @param positions the current positions
     */
    record HeldPositions(String key, String incarnation, Map<TopicPartition, Long> positions) {}
}
