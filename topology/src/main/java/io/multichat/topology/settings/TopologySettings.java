package io.multichat.topology.settings;

import java.time.Duration;
import java.util.List;

/**
 * The settings of the topology.
 *
 * @param inputTopics topics to read events from; at least one
 * @param partitions number of partitions of the state and the output topics; fixed for the life of a deployment; at least 1
 * @param generation generation of all snapshots; raised only when everything is rebuilt with fresh state; not negative
 * @param rules how conversations are split into sessions
 * @param timing durations measured by the wall clock
 * @param retention how long sessions and identities are kept
 * @param limits size limits, so that no event can harm the others
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
     * Durations measured by the wall clock.
     *
     * @param snapshotInterval minimum time between two snapshots of a session; at least 1 ms
     * @param catchUpInterval the same while a partition works off a backlog; raised to {@code snapshotInterval} if it
     *     is shorter
     * @param catchUpLag how long a record must have waited in its topic to be part of a backlog; may be 0
     * @param closeSettle how long a conversation must be without events before silence closes its session; may be 0
     * @param clockSkewMax how far in the future an accepted event may be; may be 0
     * @param editWait how long an edit or delete waits for its message; 0: it is refused at once
     */
    public record Timing(
            Duration snapshotInterval,
            Duration catchUpInterval,
            Duration catchUpLag,
            Duration closeSettle,
            Duration clockSkewMax,
            Duration editWait) {
        public Timing {
            SettingRules.requirePositive("snapshot.interval", snapshotInterval);
            catchUpInterval = catchUpInterval.compareTo(snapshotInterval) < 0 ? snapshotInterval : catchUpInterval;
            SettingRules.requireNotNegative("catch.up.lag", catchUpLag);
            SettingRules.requireNotNegative("close.settle", closeSettle);
            SettingRules.requireNotNegative("clock.skew.max", clockSkewMax);
            SettingRules.requireNotNegative("edit.wait", editWait);
        }

        /** A snapshot per second, or in 10 seconds of a backlog of more than 5 seconds, 10 seconds to settle, 5 minutes of clock skew, one hour of waiting for edits. */
        public static Timing defaults() {
            return new Timing(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(10),
                    Duration.ofMinutes(5),
                    Duration.ofHours(1));
        }
    }

    /**
     * Limits on the size of an event, and on the number and size of waiting edits per partition.
     *
     * @param eventMaxBytes largest accepted event, in bytes; at least 1
     * @param waitingEdits maximum number of edits and deletes that wait for their message; more are refused at once
     * @param waitingEditBytes maximum total size of waiting edits and deletes, in bytes
     */
    public record Limits(int eventMaxBytes, int waitingEdits, long waitingEditBytes) {
        public Limits {
            SettingRules.requireAtLeast("event.max.bytes", eventMaxBytes, 1);
            SettingRules.requireAtLeast("edit.wait.max.count", waitingEdits, 0);
            SettingRules.requireAtLeast("edit.wait.max.bytes", waitingEditBytes, 0);
        }

        /** Events of up to 1 MiB; up to 10,000 waiting edits with 16 MiB in total. */
        public static Limits defaults() {
            return new Limits(1 << 20, 10_000, 16 << 20);
        }
    }

    /** @throws IllegalArgumentException with the setting, its value and the rule */
    public TopologySettings {
        inputTopics = List.copyOf(inputTopics);
        if (inputTopics.isEmpty()) {
            throw new IllegalArgumentException("input.topics is empty; name at least one topic");
        }
        SettingRules.requireAtLeast("partitions", partitions, 1);
        SettingRules.requireAtLeast("generation", generation, 0);
    }

    /** The default settings for these topics. */
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
