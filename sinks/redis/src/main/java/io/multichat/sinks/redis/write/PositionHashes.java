package io.multichat.sinks.redis.write;

import io.multichat.sinks.core.OffsetRange;
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
 * The hashes that hold the positions of one connector, at least one on each master: {@code mc:positions:{<tag>}}, field
 * {@code <connector>/<topic>-<partition>}, beside {@code incarnation}, a name that the hash gets when it is made. They never
 * expire. All methods throw {@link JedisException} when a master does not answer.
 *
 * @param connector the name of the connector
 */
public record PositionHashes(RedisLink redis, String connector) {
    private static final Script SCRIPT = Script.beside(PositionHashes.class, "positions.lua");

    /** The hashes' keys. */
    List<String> keys() {
        return redis.masterTags().stream()
                .map(tag -> "mc:positions:{" + tag + "}")
                .toList();
    }

    /**
     * Reads the positions in each hash and advances those that may be.
     *
     * @param incarnations by key, in which the passages were written; without one nothing is advanced
     */
    List<Answer> ask(List<String> keys, Map<String, String> incarnations, Map<TopicPartition, OffsetRange> passages) {
        List<TopicPartition> partitions = List.copyOf(passages.keySet());
        List<ScriptCall> calls = new ArrayList<>(keys.size());
        for (String key : keys) {
            List<byte[]> arguments = new ArrayList<>(2 + 3 * partitions.size());
            arguments.add(utf8(incarnations.getOrDefault(key, "")));
            arguments.add(utf8(UUID.randomUUID().toString()));
            for (TopicPartition partition : partitions) {
                OffsetRange passage = passages.get(partition);
                arguments.add(utf8(field(partition)));
                arguments.add(utf8(Long.toString(passage.from())));
                arguments.add(utf8(Long.toString(passage.next())));
            }
            calls.add(new ScriptCall(List.of(utf8(key)), arguments));
        }
        List<Object> replies = SCRIPT.runAll(redis, calls);
        List<Answer> answers = new ArrayList<>(keys.size());
        for (int i = 0; i < keys.size(); i++) {
            answers.add(answer(keys.get(i), replies.get(i), partitions));
        }
        return answers;
    }

    /** Sets positions, whatever they were. */
    public void set(Map<TopicPartition, Long> positions) {
        Map<byte[], byte[]> fields = new HashMap<>();
        positions.forEach((partition, next) -> fields.put(utf8(field(partition)), utf8(Long.toString(next))));
        keys().forEach(key -> redis.client().hset(utf8(key), fields));
    }

    private String field(TopicPartition partition) {
        return connector + "/" + partition;
    }

    private static Answer answer(String key, Object reply, List<TopicPartition> partitions) {
        if (reply instanceof JedisDataException refused) {
            throw refused;
        }
        List<?> parts = (List<?>) reply;
        Map<TopicPartition, Long> positions = new HashMap<>();
        for (int i = 0; i < partitions.size(); i++) {
            positions.put(partitions.get(i), Long.parseLong(text(parts.get(i + 1))));
        }
        return new Answer(key, text(parts.get(0)), positions);
    }

    private static String text(Object reply) {
        return new String((byte[]) reply, StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * What one hash says.
     *
     * @param key the hash
     * @param incarnation of the server that holds it, since it was emptied last
     * @param positions as they are now
     */
    record Answer(String key, String incarnation, Map<TopicPartition, Long> positions) {}
}
