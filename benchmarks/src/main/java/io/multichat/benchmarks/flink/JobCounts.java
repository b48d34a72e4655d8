package io.multichat.benchmarks.flink;

import java.util.concurrent.atomic.AtomicLong;

/** What the job of this process has done. Static, because Flink creates the operators itself. */
final class JobCounts {
    static final AtomicLong PROCESSED = new AtomicLong();
    static final AtomicLong ACCEPTED = new AtomicLong();
    static final AtomicLong DUPLICATES = new AtomicLong();
    /** Number of snapshots that are due later. */
    static final AtomicLong PENDING = new AtomicLong();

    private JobCounts() {}
}
