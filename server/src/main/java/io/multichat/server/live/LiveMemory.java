package io.multichat.server.live;

import java.util.concurrent.atomic.AtomicLong;

/** The memory of all blocks that clients have not read yet. A block that several clients wait for counts once. Thread-safe. */
final class LiveMemory {
    private final AtomicLong used = new AtomicLong();
    private final long limit;

    /** @param limit in bytes; clients that are behind lose their connection while more is used */
    LiveMemory(long limit) {
        this.limit = limit;
    }

    /** An eighth of the heap, at least 16 MiB. */
    static LiveMemory ofHeap() {
        return new LiveMemory(Math.max(Runtime.getRuntime().maxMemory() / 8, 16L << 20));
    }

    void add(long bytes) {
        used.addAndGet(bytes);
    }

    /** True if clients that are behind must be dropped. */
    boolean isFull() {
        return used.get() > limit;
    }

    /** True if nothing more may be kept, for anyone. */
    boolean isExhausted() {
        return used.get() > 2 * limit;
    }

    /** The bytes that are used. */
    long used() {
        return used.get();
    }
}
