package io.multichat.server.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The blocks that one client has not read yet. Not thread-safe. */
final class UnreadBlocks {
    private static final int MAX_BLOCKS = 2_000;
    private static final long MAX_BYTES = 4L << 20;

    private final Deque<LiveBlock> blocks = new ArrayDeque<>();
    private long bytes;

    /** Adds a block. Returns why the client must be dropped instead, if it must. */
    Optional<String> add(LiveBlock block) {
        if (blocks.size() >= MAX_BLOCKS || bytes > MAX_BYTES) {
            return Optional.of("the client reads too slowly; reconnect to continue");
        }
        // A client that keeps up loses its connection last.
        LiveMemory memory = block.memory();
        if (memory.isExhausted() || (!blocks.isEmpty() && memory.isFull())) {
            return Optional.of("too many live events are unread by all clients together; reconnect to continue");
        }
        block.keep();
        blocks.add(block);
        bytes += block.bytes().length;
        return Optional.empty();
    }

    /** Removes the first block; empty if there is none. */
    Optional<byte[]> poll() {
        LiveBlock block = blocks.poll();
        if (block == null) {
            return Optional.empty();
        }
        bytes -= block.bytes().length;
        block.release();
        return Optional.of(block.bytes());
    }

    void clear() {
        blocks.forEach(LiveBlock::release);
        blocks.clear();
        bytes = 0;
    }
}
