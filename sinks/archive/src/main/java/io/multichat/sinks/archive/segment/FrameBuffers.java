package io.multichat.sinks.archive.segment;

/**
 * The memory in which all segments of a task gather lines before they compress them. Bounded, because a backfill in no order
 * of time keeps thousands of days open at once; gathered at all, because a frame of one line compresses badly. Used by one
 * thread.
 */
public final class FrameBuffers {
    private final int frameBytes;
    private final long totalBytes;
    private long used;

    /**
     * @param frameBytes a segment compresses what it gathered when it is this much
     * @param totalBytes when all segments together hold more, each compresses at its next line
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

    /** True when a segment that gathered so many bytes is to compress them now. */
    boolean full(int gathered) {
        return gathered >= frameBytes || used > totalBytes;
    }
}
