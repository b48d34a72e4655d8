package io.multichat.sinks.redis.write;

import io.multichat.sinks.core.OffsetRange;
import io.multichat.sinks.core.Progress;
import io.multichat.sinks.redis.write.PositionHashes.HeldPositions;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.kafka.common.TopicPartition;
import redis.clients.jedis.exceptions.JedisException;

/**
 * The offsets up to which the topics are written to Redis. They are stored in Redis itself, so when Redis or one of its masters
 * loses data, it loses the positions too, and the data is read again from the topics.
 *
 * <p>A position X means that everything below X has been written since this server was last emptied. So a position may only
 * advance if it is at or beyond the first offset that the caller wrote, and if the caller wrote to the same server throughout;
 * see {@code positions.lua}. Therefore several owners of a partition may safely advance its position, even if one of them has not
 * noticed yet that it lost the partition. Replication keeps the order of writes, so a position is never ahead of the data of a
 * new master.
 *
 * <p>Not thread-safe. All methods that access Redis throw {@link JedisException} if a master does not answer.
 */
public final class Positions {
    /** How often idle positions are checked, and how long the list of masters is trusted, milliseconds. */
    public static final long CHECK_INTERVAL_MS = 5_000;

    private final PositionHashes hashes;
    private final LongSupplier clockMs;
    private final Map<TopicPartition, Long> known = new HashMap<>();
    /** For each hash, the incarnation of its server in which everything not passed yet was written. */
    private final Map<String, String> incarnations = new HashMap<>();

    private List<String> keys = List.of();
    private long checkedAtMs;

    /** @param clockMs a monotonic clock, milliseconds */
    public Positions(PositionHashes hashes, LongSupplier clockMs) {
        this.hashes = hashes;
        this.clockMs = clockMs;
    }

    /** Takes over partitions. Does not access Redis. */
    public void take(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> known.put(partition, 0L));
    }

    /**
     * The offset from which each partition must be read; 0 if a master does not know it. Forgets writes that are not passed yet.
     */
    public Map<TopicPartition, Long> read() {
        findHashes();
        incarnations.clear();
        Map<TopicPartition, OffsetRange> nothing = new HashMap<>();
        known.keySet().forEach(partition -> nothing.put(partition, new OffsetRange(0, 0)));
        List<HeldPositions> held = hashes.advance(keys, incarnations, nothing);
        held.forEach(hash -> incarnations.put(hash.key(), hash.incarnation()));
        known.putAll(least(held));
        return Map.copyOf(known);
    }

    /** Sets the position to an offset below it, from which the partition is read next. */
    void setBack(TopicPartition partition, long offset) {
        hashes.set(Map.of(partition, offset));
        known.put(partition, offset);
    }

    /**
     * Advances the positions. If nothing was read, only checks them, at most once every {@link #CHECK_INTERVAL_MS}.
     *
     * @param read the offsets written, or found not to need writing, since the last call
     */
    Progress passed(Map<TopicPartition, OffsetRange> read) {
        boolean isDue = untilDueMs() <= 0;
        if (known.isEmpty() || (read.isEmpty() && !isDue)) {
            return progress(false);
        }
        if (isDue) {
            findHashes();
        }
        Map<TopicPartition, OffsetRange> all = new HashMap<>();
        known.forEach((partition, at) -> all.put(partition, read.getOrDefault(partition, new OffsetRange(at, at))));
        List<HeldPositions> held = hashes.advance(keys, incarnations, all);
        boolean isLost = held.stream().anyMatch(hash -> !hash.incarnation().equals(incarnations.get(hash.key())));
        Map<TopicPartition, Long> least = least(held);
        // Another owner may be further ahead, but this one has passed only what it read.
        known.replaceAll((partition, at) ->
                Math.min(least.get(partition), all.get(partition).next()));
        boolean isBehind = all.entrySet().stream()
                .anyMatch(range -> known.get(range.getKey()) < range.getValue().next());
        return progress(isLost || isBehind);
    }

    /** Gives up partitions. Does not access Redis. */
    void release(Collection<TopicPartition> partitions) {
        known.keySet().removeAll(Set.copyOf(partitions));
    }

    private void findHashes() {
        keys = hashes.keys();
        checkedAtMs = clockMs.getAsLong();
    }

    private long untilDueMs() {
        return checkedAtMs + CHECK_INTERVAL_MS - clockMs.getAsLong();
    }

    private Progress progress(boolean displaced) {
        long untilCheckMs = known.isEmpty() ? Long.MAX_VALUE : Math.max(1, untilDueMs());
        return new Progress(Map.copyOf(known), displaced, untilCheckMs);
    }

    private static Map<TopicPartition, Long> least(List<HeldPositions> held) {
        Map<TopicPartition, Long> least = new HashMap<>();
        held.forEach(hash -> hash.positions().forEach((partition, at) -> least.merge(partition, at, Math::min)));
        return least;
    }
}
