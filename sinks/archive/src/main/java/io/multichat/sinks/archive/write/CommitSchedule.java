package io.multichat.sinks.archive.write;

import io.multichat.sinks.archive.settings.CommitLimits;
import java.io.IOException;
import java.util.function.LongSupplier;

/** Decides when the topic-partitions of a task commit. Used by one thread. */
final class CommitSchedule {
    // A request is noticed within this time.
    private static final long LONGEST_WAIT_MS = 500;

    private final OwnedPartitions partitions;
    private final CommitLimits limits;
    private final CommitRequests requests;
    private final LongSupplier clockMs;

    CommitSchedule(OwnedPartitions partitions, CommitLimits limits, CommitRequests requests, LongSupplier clockMs) {
        this.partitions = partitions;
        this.limits = limits;
        this.requests = requests;
        this.clockMs = clockMs;
    }

    /**
     * Commits the topic-partitions that are due, or all of them if a commit was requested. A writer whose commit lost to
     * another writer is not sound afterwards.
     */
    void run() throws IOException {
        boolean requested = requests.waiting();
        for (PartitionWriter writer : partitions.all()) {
            long untilDueMs = writer.backlog().untilDueMs(limits, clockMs.getAsLong());
            if (untilDueMs == 0 || (requested && untilDueMs < Long.MAX_VALUE)) {
                writer.commit();
            }
        }
        requests.honoured();
    }

    /**
     * Milliseconds until {@link #run()} must be called again, at least 1; {@link Long#MAX_VALUE} when it can wait for
     * records.
     */
    long untilNextMs() {
        long soonest = Long.MAX_VALUE;
        for (PartitionWriter writer : partitions.all()) {
            soonest = Math.min(soonest, writer.backlog().untilDueMs(limits, clockMs.getAsLong()));
        }
        return soonest == Long.MAX_VALUE ? soonest : Math.max(1, Math.min(LONGEST_WAIT_MS, soonest));
    }
}
