package io.multichat.sinks.archive.write;

import io.multichat.sinks.archive.settings.CommitLimits;

/** How much of one topic-partition is uncommitted, and for how long. Used by one thread. */
final class CommitBacklog {
    private long beginning;
    private long position;
    private long records;
    private long bytes;
    private long sinceMs;

    /** Begins with nothing uncommitted. */
    void beginAt(long offset) {
        beginning = offset;
        position = offset;
        records = 0;
        bytes = 0;
    }

    /** Counts the line of a record. */
    void add(long offset, long lineBytes, long nowMs) {
        passed(offset, nowMs);
        records++;
        bytes += lineBytes;
    }

    /** Counts a record without a line; does nothing for one that was counted before. */
    void passed(long offset, long nowMs) {
        if (position == beginning) {
            sinceMs = nowMs;
        }
        position = Math.max(position, offset + 1);
    }

    /** The next offset. */
    long position() {
        return position;
    }

    /** Milliseconds until a commit is due: 0 when it is due now, {@link Long#MAX_VALUE} when nothing is uncommitted. */
    long untilDueMs(CommitLimits limits, long nowMs) {
        if (position == beginning) {
            return Long.MAX_VALUE;
        }
        if (records >= limits.records() || bytes >= limits.bytes()) {
            return 0;
        }
        return Math.max(0, sinceMs + limits.intervalMs() - nowMs);
    }
}
