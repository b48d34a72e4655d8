package io.multichat.sinks.archive.write;

import io.multichat.sinks.archive.segment.Line;
import io.multichat.sinks.archive.settings.CommitLimits;

/** How much of one topic-partition waits for a commit, and for how long. */
final class Uncommitted {
    private long beginning;
    private long position;
    private long records;
    private long bytes;
    private long sinceMs;

    void beginAt(long offset) {
        beginning = offset;
        position = offset;
        records = 0;
        bytes = 0;
    }

    void add(Line line, long nowMs) {
        passed(line.offset(), nowMs);
        records++;
        bytes += line.bytes().length;
    }

    void passed(long offset, long nowMs) {
        if (position == beginning) {
            sinceMs = nowMs;
        }
        position = Math.max(position, offset + 1);
    }

    /** The offset that comes next. */
    long position() {
        return position;
    }

    /** Milliseconds until a commit is due, 0 when it is now; {@link Long#MAX_VALUE} when there is nothing to commit. */
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
