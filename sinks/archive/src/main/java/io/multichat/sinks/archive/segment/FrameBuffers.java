package io.multichat.sinks.archive.segment;

/**
 * The memory in which the segments of a task gather lines before they compress them: one line alone compresses badly. Bounded,
 * because a backfill that is not in order of time keeps thousands of days open at once. Used by one thread.
 */
public final class FrameBuffers {
    private final int frameBytes;
    private final long totalBytes;
    private long used;

    /**
     * @param frameBytes the size at which a segment compresses what it gathered
     * @param totalBytes the limit of all segments together; beyond it, each compresses at its next line
     */
    public FrameBuffers(int frameBytes, long totalBytes) {
        this.frameBytes = frameBytes;
        this.totalBytes = totalBytes;
    }

    public static FrameBuffers defaults() {
        return new FrameBuffers(256 << 10, 16 << 20);
    }

    void take(int bytes) {
        used += bytes;
    }

    void give(int bytes) {
        used -= bytes;
    }

    /** True when a segment must compress the bytes that it gathered. */
    boolean full(int gathered) {
        return gathered >= frameBytes || used > totalBytes;
    }
}
