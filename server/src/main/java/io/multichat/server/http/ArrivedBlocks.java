package io.multichat.server.http;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.util.BufferUtil;

/**
 * What has arrived of one body. It takes memory as it grows: 4 KiB, then as much again as it has, up to a block at a time. A client that
 * announces much and sends little holds little. For one thread at a time, but for {@link #release}.
 */
final class ArrivedBlocks {
    private static final int SMALLEST_BYTES = 4 << 10;

    private final ArrivalMemory memory;
    private final Deque<ByteBuffer> blocks = new ArrayDeque<>();
    private final AtomicInteger firstKib = new AtomicInteger();
    private final AtomicInteger restKib = new AtomicInteger();
    private long capacity;

    ArrivedBlocks(ArrivalMemory memory) {
        this.memory = memory;
    }

    /**
     * Keeps what has arrived.
     *
     * @param length the size of the whole body in bytes; negative if it is not known
     * @return false if there is no memory for it
     */
    boolean add(ByteBuffer arrived, long length) {
        while (arrived.hasRemaining()) {
            boolean isFull = blocks.isEmpty() || !blocks.getLast().hasRemaining();
            if (isFull && !grow(arrived.remaining(), length)) {
                return false;
            }
            BufferUtil.put(arrived, blocks.getLast());
        }
        return true;
    }

    boolean isEmpty() {
        return blocks.isEmpty();
    }

    /** Removes the first part and returns it. */
    ByteBuffer poll() {
        ByteBuffer block = blocks.removeFirst();
        block.flip();
        return block;
    }

    /** Forgets what has arrived; its memory is still in use until {@link #release}. */
    void clear() {
        blocks.clear();
    }

    /** Gives the memory back. May be called twice, and by any thread. */
    void release() {
        memory.first().release(firstKib.getAndSet(0));
        memory.rest().release(restKib.getAndSet(0));
    }

    private boolean grow(int arrived, long length) {
        boolean isFirst = capacity < ArrivalMemory.BLOCK_BYTES;
        long wanted = kib(Math.max(Math.max(capacity, SMALLEST_BYTES), arrived)) * ArrivalMemory.KIB;
        long most = isFirst ? ArrivalMemory.BLOCK_BYTES - capacity : ArrivalMemory.BLOCK_BYTES;
        long left = length > capacity ? length - capacity : most;
        int bytes = (int) Math.min(wanted, Math.min(most, left));
        int kib = (int) kib(bytes);
        if (!(isFirst ? memory.first() : memory.rest()).tryAcquire(kib)) {
            return false;
        }
        (isFirst ? firstKib : restKib).addAndGet(kib);
        capacity += bytes;
        blocks.addLast(ByteBuffer.allocate(bytes));
        return true;
    }

    private static long kib(long bytes) {
        return (bytes + ArrivalMemory.KIB - 1) / ArrivalMemory.KIB;
    }
}
