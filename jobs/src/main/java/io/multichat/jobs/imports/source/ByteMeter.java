package io.multichat.jobs.imports.source;

import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the bytes that were read of the files of an import, compressed as they are. A byte that is read again is not counted again.
 * Thread-safe.
 */
public final class ByteMeter {
    private final AtomicLong read = new AtomicLong();
    private final AtomicLong total = new AtomicLong();

    /** Sets how many bytes there are; 0: unknown. */
    public void expect(long bytes) {
        total.set(bytes);
    }

    /** Which part of the files was read, from 0 to 1; empty if their size is unknown. */
    public OptionalDouble share() {
        long all = total.get();
        return all == 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.min(1, (double) read.get() / all));
    }

    /** Number of bytes so far. */
    long read() {
        return read.get();
    }

    /** Counts the bytes of one more file. */
    OfFile file() {
        return new OfFile(read, new AtomicLong());
    }

    /**
     * Counts the bytes of one file.
     *
     * @param total the sum over all files
     * @param reached the end of what was read of this file
     */
    record OfFile(AtomicLong total, AtomicLong reached) {
        /** The file was read up to this position. */
        void at(long position) {
            long before = reached.getAndAccumulate(position, Math::max);
            total.addAndGet(Math.max(0, position - before));
        }
    }
}
