package io.multichat.sinks.redis.write;

import io.multichat.sinks.core.OffsetRange;
import io.multichat.sinks.core.Progress;
import io.multichat.sinks.redis.write.PositionHashes.Answer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.kafka.common.TopicPartition;
import redis.clients.jedis.exceptions.JedisException;

/**
 * How far the topics are written to Redis, kept in Redis itself, so that a Redis that lost something, all of it or what one
 * master held, is filled again from there.
 *
 * <p>A position X says: since this server was emptied last, somebody wrote everything below X. So it may only be advanced from a
 * position at or beyond the first offset that the caller wrote, and only when the server is the one that was written to all the
 * time, see {@code positions.lua}. Several owners of a partition, one of which does not know that it is none any more, may
 * then advance it as they like. Replication keeps the order of writes, so a position never outruns what a new master holds.
 *
 * <p>Used by one thread. All methods that ask Redis throw {@link JedisException} when a master does not answer.
 */
public final class Positions {
    /** How often the positions are looked at when nothing is read, and how old the knowledge of the masters may be. */
    static final long LOOK_MS = 5_000;

    private final PositionHashes hashes;
    private final LongSupplier clockMs;
    private final Map<TopicPartition, Long> known = new HashMap<>();
    /** By hash: in which incarnation of its server everything was written that is not passed yet. */
    private final Map<String, String> incarnations = new HashMap<>();

    private List<String> keys = List.of();
    private long lookedAtMs;

    /** @param clockMs a clock that never goes back, milliseconds */
    public Positions(PositionHashes hashes, LongSupplier clockMs) {
        this.hashes = hashes;
        this.clockMs = clockMs;
    }

    public void take(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> known.put(partition, 0L));
    }

    /** Where each partition has to be read from; 0 when a master does not know it. What is not passed is given up. */
    public Map<TopicPartition, Long> read() {
        look();
        incarnations.clear();
        Map<TopicPartition, OffsetRange> nothing = new HashMap<>();
        known.keySet().forEach(partition -> nothing.put(partition, new OffsetRange(0, 0)));
        List<Answer> answers = hashes.ask(keys, incarnations, nothing);
        answers.forEach(answer -> incarnations.put(answer.key(), answer.incarnation()));
        known.putAll(least(answers));
        return Map.copyOf(known);
    }

    /** The partition is read from a lower offset on. */
    void setBack(TopicPartition partition, long offset) {
        hashes.set(Map.of(partition, offset));
        known.put(partition, offset);
    }

    /**
     * Advances the positions. With nothing read it only looks at them, and not more often than every {@link #LOOK_MS}.
     *
     * @param read what was written, or needs no writing, since the last call
     */
    Progress passed(Map<TopicPartition, OffsetRange> read) {
        boolean isDue = untilDueMs() <= 0;
        if (known.isEmpty() || (read.isEmpty() && !isDue)) {
            return progress(false);
        }
        if (isDue) {
            look();
        }
        Map<TopicPartition, OffsetRange> all = new HashMap<>();
        known.forEach((partition, at) -> all.put(partition, read.getOrDefault(partition, new OffsetRange(at, at))));
        List<Answer> answers = hashes.ask(keys, incarnations, all);
        boolean isLost =
                answers.stream().anyMatch(answer -> !answer.incarnation().equals(incarnations.get(answer.key())));
        Map<TopicPartition, Long> least = least(answers);
        // Another owner may have got further; what this one has passed is what it read.
        known.replaceAll((partition, at) ->
                Math.min(least.get(partition), all.get(partition).next()));
        boolean isBehind = all.entrySet().stream()
                .anyMatch(range -> known.get(range.getKey()) < range.getValue().next());
        return progress(isLost || isBehind);
    }

    void release(Collection<TopicPartition> partitions) {
        known.keySet().removeAll(Set.copyOf(partitions));
    }

    private void look() {
        keys = hashes.keys();
        lookedAtMs = clockMs.getAsLong();
    }

    private long untilDueMs() {
        return lookedAtMs + LOOK_MS - clockMs.getAsLong();
    }

    private Progress progress(boolean displaced) {
        return new Progress(Map.copyOf(known), displaced, Math.max(1, untilDueMs()));
    }

    private static Map<TopicPartition, Long> least(List<Answer> answers) {
        Map<TopicPartition, Long> least = new HashMap<>();
        answers.forEach(answer -> answer.positions().forEach((partition, at) -> least.merge(partition, at, Math::min)));
        return least;
    }
}
