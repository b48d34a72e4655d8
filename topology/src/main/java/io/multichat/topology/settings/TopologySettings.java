package io.multichat.topology.settings;

import java.time.Duration;
import java.util.List;

/**
 * What the topology can be told.
 *
 * @param inputTopics where events are read from, at least one
 * @param partitions how many partitions the output topics and the state have; fixed for the life of a deployment
 * @param generation of the snapshots; raised only when everything is rebuilt from the input with fresh state
 * @param rules what parts the sessions of a conversation
 * @param timing the times that sessions depend on by the wall clock
 * @param retention how long what is remembered
 * @param limits the sizes that keep one event from hurting the others
 */
public record TopologySettings(
        List<String> inputTopics,
        int partitions,
        int generation,
        SessionRules rules,
        Timing timing,
        RetentionSettings retention,
        Limits limits) {

    /**
     * Times by the wall clock.
     *
     * @param snapshotInterval changes of a session are announced at most this often; at least 1 ms
     * @param closeSettle a session is not closed by silence before its conversation had no event for this long; may be 0
     * @param clockSkewMax an event this far in the future is still accepted; may be 0
     * @param editWait an edit or delete waits this long for its message; 0: not at all
     */
    public record Timing(Duration snapshotInterval, Duration closeSettle, Duration clockSkewMax, Duration editWait) {
        public Timing {
            SettingRules.requirePositive("snapshot.interval", snapshotInterval);
            SettingRules.requireNotNegative("close.settle", closeSettle);
            SettingRules.requireNotNegative("clock.skew.max", clockSkewMax);
            SettingRules.requireNotNegative("edit.wait", editWait);
        }

        /** Snapshots each second, 10 seconds to settle, 5 minutes of skew, edits wait an hour. */
        public static Timing defaults() {
            return new Timing(
                    Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofMinutes(5), Duration.ofHours(1));
        }
    }

    /**
     * Bounds of one event and of the edits that wait.
     *
     * @param eventMaxBytes the largest event that is accepted, in bytes
     * @param waitingEdits how many edits and deletes of unknown messages wait in a partition; more are refused at once
     * @param waitingEditBytes how large they may be together, in bytes
     */
    public record Limits(int eventMaxBytes, int waitingEdits, long waitingEditBytes) {
        public Limits {
            SettingRules.requireAtLeast("event.max.bytes", eventMaxBytes, 1);
            SettingRules.requireAtLeast("edit.wait.max.count", waitingEdits, 0);
            SettingRules.requireAtLeast("edit.wait.max.bytes", waitingEditBytes, 0);
        }

        /** Events of 1 MiB; 10,000 waiting edits of 16 MiB together. */
        public static Limits defaults() {
            return new Limits(1 << 20, 10_000, 16 << 20);
        }
    }

    /** @throws IllegalArgumentException naming the setting, its value and the rule */
    public TopologySettings {
        inputTopics = List.copyOf(inputTopics);
        if (inputTopics.isEmpty()) {
            throw new IllegalArgumentException("input.topics is empty; name at least one topic");
        }
        SettingRules.requireAtLeast("partitions", partitions, 1);
        SettingRules.requireAtLeast("generation", generation, 0);
    }

    /** The defaults for these topics. */
    public static TopologySettings defaults(List<String> inputTopics, int partitions) {
        return new TopologySettings(
                inputTopics,
                partitions,
                0,
                SessionRules.defaults(),
                Timing.defaults(),
                RetentionSettings.FOREVER,
                Limits.defaults());
    }
}
