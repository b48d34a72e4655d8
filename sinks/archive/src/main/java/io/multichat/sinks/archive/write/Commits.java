package io.multichat.sinks.archive.write;

import io.multichat.sinks.archive.settings.CommitLimits;
import java.io.IOException;
import java.util.function.LongSupplier;

/** Decides when the topic-partitions of a task commit. Used by one thread. */
final class Commits {
    // How soon a request is seen.
    private static final long LONGEST_WAIT_MS = 500;

    private final OwnedPartitions partitions;
    private final CommitLimits limits;
    private final CommitRequests requests;
    private final LongSupplier clockMs;

    Commits(OwnedPartitions partitions, CommitLimits limits, CommitRequests requests, LongSupplier clockMs) {
        this.partitions = partitions;
        this.limits = limits;
        this.requests = requests;
        this.clockMs = clockMs;
    }

    /** Commits what is due, or everything when it was asked for. A writer whose commit another one won is not sound afterwards. */
    void run() throws IOException {
        boolean asked = requests.waiting();
        for (PartitionWriter writer : partitions.all()) {
            long untilDueMs = writer.uncommitted().untilDueMs(limits, clockMs.getAsLong());
            if (untilDueMs == 0 || (asked && untilDueMs < Long.MAX_VALUE)) {
                writer.commit();
            }
        }
        requests.honoured();
    }

    /** How long the next {@link #run()} can wait, more than 0; {@link Long#MAX_VALUE}: until there are records. */
    long untilNextMs() {
        long soonest = Long.MAX_VALUE;
        for (PartitionWriter writer : partitions.all()) {
            soonest = Math.min(soonest, writer.uncommitted().untilDueMs(limits, clockMs.getAsLong()));
        }
        return soonest == Long.MAX_VALUE ? soonest : Math.max(1, Math.min(LONGEST_WAIT_MS, soonest));
    }
}
