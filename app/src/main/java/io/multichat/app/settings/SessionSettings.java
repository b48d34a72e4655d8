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

/** What decides which sessions there are, and how the topology that finds them runs. */
public final class SessionSettings {
    /** Read by whoever creates or checks topics, and by the topology. */
    public static final Setting<Integer> PARTITIONS = Setting.of(
            "partitions",
            "4",
            new NumberKind(1, 10_000),
            "Partitions of Multichat's topics. Fixed for the life of a deployment; checked at start.");

    public static final Setting<Duration> SESSION_GAP = Setting.of(
            "session.gap",
            "30m",
            DurationKind.between("1ms", "3650d"),
            "The silence that ends a session: two messages of a conversation that are further apart are in two sessions.");

    public static final Setting<List<GapOverride>> SESSION_GAP_OVERRIDES = Setting.of(
            "session.gap.overrides",
            "",
            new GapOverridesKind(),
            "Gaps of some conversations: patterns of conversation keys, in which * stands for any characters; the first that"
                    + " matches counts.");

    public static final Setting<DurationOrForever> MAX_DURATION = Setting.of(
            "max.duration",
            DurationOrForeverKind.FOREVER,
            new DurationOrForeverKind(),
            "Sessions are cut at the instants that are multiples of this since 1970 UTC: with 24h at midnight UTC.");

    public static final Setting<Duration> EDIT_WAIT = Setting.of(
            "edit.wait",
            "1h",
            DurationKind.between("0ms", "365d"),
            "An edit or a delete that comes before its message waits for it this long, and is then a dead letter.");

    public static final Setting<Integer> EDIT_WAIT_MAX_COUNT = Setting.of(
            "edit.wait.max.count",
            "10000",
            new NumberKind(0, 100_000),
            "Edits and deletes that wait in a partition, at most; more become dead letters at once.");

    public static final Setting<Integer> EDIT_WAIT_MAX_BYTES = Setting.of(
            "edit.wait.max.bytes",
            "16MiB",
            new SizeKind(1 << 10, 1 << 30),
            "Their size together, at most; more become dead letters at once.");

    public static final Setting<DurationOrForever> SESSION_RETENTION = Setting.of(
            "session.retention",
            DurationOrForeverKind.FOREVER,
            new DurationOrForeverKind(),
            "How long past sessions are remembered, so that late messages find their place. Events that are older become dead"
                    + " letters.");

    public static final Setting<DurationOrForever> DEDUP_RETENTION = Setting.of(
            "dedup.retention",
            DurationOrForeverKind.FOREVER,
            new DurationOrForeverKind(),
            "How long accepted events are remembered. A redelivery beyond it counts twice. When it is changed later, retention.ms of"
                    + " the topic APPLICATION-identities-changelog must be changed with it.");

    public static final Setting<Integer> GENERATION = Setting.of(
            "generation",
            "0",
            new NumberKind(0, Integer.MAX_VALUE),
            "Of all snapshots. A system that is rebuilt from its input with fresh state needs a higher one, to win over what the"
                    + " stores hold.");

    public static final Setting<Duration> SNAPSHOT_INTERVAL = Setting.of(
            "snapshot.interval",
            "1s",
            DurationKind.between("10ms", "1h"),
            "Changes of a session are announced at most this much later, and at most once in this time.");

    public static final Setting<Duration> CLOSE_SETTLE = Setting.of(
            "close.settle",
            "10s",
            DurationKind.between("0ms", "1d"),
            "An idle session is closed only when no event of its conversation has arrived for this long.");

    public static final Setting<Duration> CLOCK_SKEW_MAX = Setting.of(
            "clock.skew.max",
            "5m",
            DurationKind.between("0ms", "36500d"),
            "Events whose time lies further in the future become dead letters.");

    public static final Setting<Integer> EVENT_MAX_BYTES = Setting.of(
            "event.max.bytes", "1MiB", new SizeKind(1 << 10, 16 << 20), "Larger events become dead letters.");

    public static final Setting<String> APPLICATION_ID = Setting.of(
            "application.id",
            "multichat",
            PatternKind.NAME,
            "The name of the Kafka Streams application: its consumer group, and the prefix of its internal topics.");

    public static final Setting<Integer> TOPOLOGY_THREADS = Setting.of(
            "topology.threads", "1", new NumberKind(1, 256), "Threads on which this process runs the topology.");

    static final List<Setting<?>> ALL = List.of(
            PARTITIONS,
            SESSION_GAP,
            SESSION_GAP_OVERRIDES,
            MAX_DURATION,
            SNAPSHOT_INTERVAL,
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
            TOPOLOGY_THREADS);

    private SessionSettings() {}
}
