package io.multichat.topology.ingest;

import io.multichat.topology.settings.TopologySettings;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The pace of a task: fast while its records are fresh, slow while it works off a backlog, whose intermediate states interest
 * nobody. Only its stream thread may use it.
 *
 * <p>A backlog begins with a record that was appended more than {@code catch.up.lag} ago, and ends with the first fresh one or when
 * no record follows for two seconds: the consumer reads the partitions in turns.
 */
public final class Pace {
    private static final long IDLE_MS = 2_000;

    private final TopologySettings.Timing timing;
    private final LongSupplier waitedMs;
    private long lastRecordAt;
    private boolean backlog;
    private boolean changed;

    /** @param waitedMs how long the latest record had waited in its topic, in milliseconds */
    public Pace(TopologySettings.Timing timing, LongSupplier waitedMs) {
        this.timing = timing;
        this.waitedMs = waitedMs;
    }

    /** Notes that a record is processed. */
    public void processing(long now) {
        backlog = waitedMs.getAsLong() > timing.catchUpLag().toMillis();
        lastRecordAt = now;
        changed = true;
    }

    /** Notes that a timer changed the state. */
    public void changed() {
        changed = true;
    }

    /** Call this at the beginning of each tick. */
    public void tick(long now) {
        if (Math.abs(now - lastRecordAt) >= IDLE_MS) {
            backlog = false;
        }
    }

    /**
     * Call this at the end of each tick.
     *
     * @return true when something changed that should be committed now; in a backlog, Kafka Streams' own interval is soon enough
     */
    public boolean commitIsDue() {
        boolean due = changed && !backlog;
        changed = changed && backlog;
        return due;
    }

    /** True while records are processed that have waited. */
    public boolean isBacklog() {
        return backlog;
    }

    /** Minimum time between two snapshots of a session at this pace. */
    public Duration snapshotInterval() {
        return backlog ? timing.catchUpInterval() : timing.snapshotInterval();
    }
}
