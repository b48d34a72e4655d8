package io.multichat.sinks.archive.segment;

/**
 * Limits the memory in which the segments of a task collect lines before compressing them, since single lines compress badly.
 * Bounded, because a backfill that is not in time order keeps thousands of days open at once. Used by one thread.
 */
public final class FrameBuffers {
    private final int frameBytes;
    private final long totalBytes;
    private long used;

    /**
     * @param frameBytes the size at which a segment compresses its collected lines
     * @param totalBytes the limit for all segments together; beyond it, each compresses at its next line
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

    /** True when a segment must compress the bytes that it collected. */
    boolean full(int gathered) {
        return gathered >= frameBytes || used > totalBytes;
    }
}
