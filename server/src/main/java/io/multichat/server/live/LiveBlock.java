package io.multichat.server.live;

import java.util.concurrent.atomic.AtomicInteger;

/** A block of an event stream. It is in memory while any client waits for it. Thread-safe. */
public final class LiveBlock {
    private final byte[] bytes;
    private final LiveMemory memory;
    private final AtomicInteger waiting = new AtomicInteger();

    LiveBlock(byte[] bytes, LiveMemory memory) {
        this.bytes = bytes;
        this.memory = memory;
    }

    byte[] bytes() {
        return bytes;
    }

    LiveMemory memory() {
        return memory;
    }

    /** One more client waits for the block. */
    void keep() {
        if (waiting.getAndIncrement() == 0) {
            memory.add(bytes.length);
        }
    }

    /** One client fewer waits for the block. */
    void release() {
        if (waiting.decrementAndGet() == 0) {
            memory.add(-bytes.length);
        }
    }
}
