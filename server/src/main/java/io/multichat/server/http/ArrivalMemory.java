package io.multichat.server.http;

import io.multichat.server.request.EventBody;
import java.util.concurrent.Semaphore;

/**
 * The memory for bodies that arrive, in KiB. The first block of each body has room of its own, so that a few large bodies do not keep
 * many small ones away. Thread-safe.
 *
 * @param first what is free for the first block of each body
 * @param rest what is free for the others
 */
record ArrivalMemory(Semaphore first, Semaphore rest) {
    /** The size of a block in bytes: most bodies fit into one. */
    static final int BLOCK_BYTES = 64 << 10;

    /** The unit of both. */
    static final int KIB = 1 << 10;

    // Clients that have sent little so far hold 4 KiB each.
    private static final long LEAST_FIRST_BYTES = 4L << 20;

    /**
     * A memory in which nothing is used.
     *
     * @param bytes for all but the first blocks, which have half as much; at least enough for one body is there anyway
     */
    static ArrivalMemory of(long bytes) {
        return new ArrivalMemory(
                room(Math.max(LEAST_FIRST_BYTES, bytes / 2)), room(Math.max(EventBody.MAX_BYTES, bytes)));
    }

    private static Semaphore room(long bytes) {
        return new Semaphore((int) Math.min(Integer.MAX_VALUE, bytes / KIB));
    }
}
