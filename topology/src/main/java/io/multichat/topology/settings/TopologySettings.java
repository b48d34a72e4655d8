package io.multichat.topology.settings;

import java.time.Duration;
import java.util.List;

/**
 * What the topology can be told.
 *
 * @param inputTopics where events are read from, at least one
 * @param partitions how many partitions the output topics and the state have; fixed for the life of a deployment
 * @param timing the times that sessions depend on
 * @param eventMaxBytes the largest event that is accepted, in bytes
 */
public record TopologySettings(List<String> inputTopics, int partitions, Timing timing, int eventMaxBytes) {

    /**
     * The times that sessions depend on; all positive, {@code closeSettle} and {@code clockSkewMax} may be zero.
     *
     * @param gap neighbouring messages of a session are at most this far apart
     * @param snapshotInterval changes of a session are announced at most this often
     * @param closeSettle a session is not closed by silence before its conversation had no event for this long
     * @param clockSkewMax an event this far in the future is still accepted
     */
    public record Timing(Duration gap, Duration snapshotInterval, Duration closeSettle, Duration clockSkewMax) {
        public Timing {
            requirePositive("session.gap", gap);
            requirePositive("snapshot.interval", snapshotInterval);
            requireNotNegative("close.settle", closeSettle);
            requireNotNegative("clock.skew.max", clockSkewMax);
        }

        /** Gap 30 minutes, snapshots each second, 10 seconds to settle, 5 minutes of skew. */
        public static Timing defaults() {
            return new Timing(
                    Duration.ofMinutes(30), Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofMinutes(5));
        }
    }

    /** @throws IllegalArgumentException naming the setting, its value and the rule */
    public TopologySettings {
        inputTopics = List.copyOf(inputTopics);
        if (inputTopics.isEmpty()) {
            throw new IllegalArgumentException("input.topics is empty; name at least one topic");
        }
        if (partitions < 1) {
            throw new IllegalArgumentException("partitions is " + partitions + "; it must be at least 1");
        }
        if (eventMaxBytes < 1) {
            throw new IllegalArgumentException("event.max.bytes is " + eventMaxBytes + "; it must be at least 1");
        }
    }

    private static void requirePositive(String setting, Duration value) {
        requireNotNegative(setting, value);
        if (value.toMillis() == 0) {
            throw new IllegalArgumentException(setting + " is " + value + "; it must be at least 1ms");
        }
    }

    private static void requireNotNegative(String setting, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(setting + " is " + value + "; it must not be negative");
        }
    }
}
