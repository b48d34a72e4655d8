package io.multichat.app.settings;

import io.multichat.app.settings.kind.DurationKind;
import io.multichat.app.settings.kind.DurationOrForever;
import io.multichat.app.settings.kind.DurationOrForeverKind;
import io.multichat.app.settings.kind.GapOverridesKind;
import io.multichat.app.settings.kind.NumberKind;
import io.multichat.app.settings.kind.PatternKind;
import io.multichat.app.settings.kind.SizeKind;
import io.multichat.topology.settings.GapOverride;
import java.time.Duration;
import java.util.List;

/** How messages are grouped into sessions, and how the topology that does it runs. */
public final class SessionSettings {
    /** Used by the topology, and by everything that creates or checks topics. */
    public static final Setting<Integer> PARTITIONS = Setting.of(
            "partitions",
            "4",
            new NumberKind(1, 10_000),
            "Number of partitions of Multichat's own topics. It cannot change once the topics exist; checked at start.");

    public static final Setting<Duration> SESSION_GAP = Setting.of(
            "session.gap",
            "30m",
            DurationKind.between("1ms", "3650d"),
            "Longest silence within a session. Two successive messages of a conversation that are further apart belong to"
                    + " different sessions.");

    public static final Setting<List<GapOverride>> SESSION_GAP_OVERRIDES = Setting.of(
            "session.gap.overrides",
            "",
            new GapOverridesKind(),
            "Session gaps for particular conversations, as patterns of conversation keys in which * matches any characters."
                    + " The first match applies.");

    public static final Setting<DurationOrForever> MAX_DURATION = Setting.of(
            "max.duration",
            DurationOrForeverKind.FOREVER,
            new DurationOrForeverKind(),
            "Interval at which sessions are split, counted from 1970-01-01T00:00Z: 24h splits at midnight UTC. With forever,"
                    + " only silence and explicit ends split them.");

    public static final Setting<Duration> EDIT_WAIT = Setting.of(
            "edit.wait",
            "1h",
            DurationKind.between("0ms", "365d"),
            "How long an edit or delete that arrives before its message waits for it. Then it becomes a dead letter.");

    public static final Setting<Integer> EDIT_WAIT_MAX_COUNT = Setting.of(
            "edit.wait.max.count",
            "10000",
            new NumberKind(0, 100_000),
            "Maximum number of waiting edits and deletes per partition. Further ones become dead letters at once.");

    public static final Setting<Integer> EDIT_WAIT_MAX_BYTES = Setting.of(
            "edit.wait.max.bytes",
            "16MiB",
            new SizeKind(1 << 10, 1 << 30),
            "Maximum total size of waiting edits and deletes per partition. Further ones become dead letters at once.");

    public static final Setting<DurationOrForever> SESSION_RETENTION = Setting.of(
            "session.retention",
            DurationOrForeverKind.FOREVER,
            new DurationOrForeverKind(),
            "How long past sessions are remembered so that late messages can be assigned to them. Older events become dead"
                    + " letters.");

    public static final Setting<DurationOrForever> DEDUP_RETENTION = Setting.of(
            "dedup.retention",
            DurationOrForeverKind.FOREVER,
            new DurationOrForeverKind(),
            "How long the identities of accepted events are remembered. An event delivered again after that is counted twice."
                    + " To change it on an existing deployment, also change retention.ms of the topic"
                    + " APPLICATION-identities-changelog, where APPLICATION is application.id.");

    public static final Setting<Integer> GENERATION = Setting.of(
            "generation",
            "0",
            new NumberKind(0, Integer.MAX_VALUE),
            "Generation written into every snapshot. Raise it when rebuilding from the input with fresh state, so that new"
                    + " snapshots replace those in the stores.");

    public static final Setting<Duration> SNAPSHOT_INTERVAL = Setting.of(
            "snapshot.interval",
            "1s",
            DurationKind.between("10ms", "1h"),
            "Minimum time between two snapshots of a session. A change is announced no later than this.");

    public static final Setting<Duration> CATCH_UP_INTERVAL = Setting.of(
            "catch.up.interval",
            "10s",
            DurationKind.between("10ms", "1h"),
            "Minimum time between two snapshots of a session while its partition works off a backlog; snapshot.interval if that"
                    + " is longer.");

    public static final Setting<Duration> CATCH_UP_LAG = Setting.of(
            "catch.up.lag",
            "5s",
            DurationKind.between("0ms", "1d"),
            "How long before now an event's record must be stamped to be part of a backlog. Records stamped more than 30 days"
                    + " ago are not.");

    public static final Setting<Duration> CLOSE_SETTLE = Setting.of(
            "close.settle",
            "10s",
            DurationKind.between("0ms", "1d"),
            "How long a conversation must have received no events before its idle session is closed.");

    public static final Setting<Duration> CLOCK_SKEW_MAX = Setting.of(
            "clock.skew.max",
            "5m",
            DurationKind.between("0ms", "36500d"),
            "Maximum time by which an event may be ahead of the clock. Events beyond that become dead letters.");

    public static final Setting<Integer> EVENT_MAX_BYTES = Setting.of(
            "event.max.bytes",
            "1MiB",
            new SizeKind(1 << 10, 16 << 20),
            "Maximum size of an event. Larger events become dead letters.");

    public static final Setting<String> APPLICATION_ID = Setting.of(
            "application.id",
            "multichat",
            PatternKind.NAME,
            "Name of the Kafka Streams application, which is its consumer group and the prefix of its internal topics.");

    public static final Setting<Integer> TOPOLOGY_THREADS = Setting.of(
            "topology.threads",
            "1",
            new NumberKind(1, 256),
            "Number of threads that run the topology in this process.");

    public static final Setting<Integer> STANDBY_REPLICAS = Setting.of(
            "topology.standby.replicas",
            "1",
            new NumberKind(0, 3),
            "Number of instances of `multichat serve` that keep a copy of the state that another instance processes. While that"
                    + " instance is away, a copy answers for it, and takes over within seconds. Each copy takes as much disk as the"
                    + " state. A single instance keeps none.");

    static final List<Setting<?>> ALL = List.of(
            PARTITIONS,
            SESSION_GAP,
            SESSION_GAP_OVERRIDES,
            MAX_DURATION,
            SNAPSHOT_INTERVAL,
            CATCH_UP_INTERVAL,
            CATCH_UP_LAG,
            CLOSE_SETTLE,
            CLOCK_SKEW_MAX,
            EVENT_MAX_BYTES,
            EDIT_WAIT,
            EDIT_WAIT_MAX_COUNT,
            EDIT_WAIT_MAX_BYTES,
            SESSION_RETENTION,
            DEDUP_RETENTION,
            GENERATION,
            APPLICATION_ID,
            TOPOLOGY_THREADS,
            STANDBY_REPLICAS);

    private SessionSettings() {}
}
