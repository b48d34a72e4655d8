package io.multichat.jobs.imports.dryrun;

import io.multichat.events.hash.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Counts distinct names by 64 bits of a hash, so that a name takes 16 to 32 bytes of memory. Two of a million names are taken for
 * one in about one of forty million files. Used by one thread.
 */
final class DistinctNames {
    private static final int SMALLEST = 1 << 10;

    private final MessageDigest digest = Sha256.start();
    /** Open addressing; 0 is a free slot. */
    private long[] slots = new long[SMALLEST];

    private int count;

    void add(String name) {
        long hash = ByteBuffer.wrap(digest.digest(name.getBytes(StandardCharsets.UTF_8)))
                .getLong();
        if (insert(slots, hash) && ++count * 2 > slots.length) {
            long[] larger = new long[slots.length * 2];
            Arrays.stream(slots).filter(each -> each != 0).forEach(each -> insert(larger, each));
            slots = larger;
        }
    }

    /** Number of distinct names so far. */
    long count() {
        return count;
    }

    private static boolean insert(long[] slots, long hash) {
        int slot = (int) (hash >>> 32) & slots.length - 1;
        while (slots[slot] != 0 && slots[slot] != hash) {
            slot = slot + 1 & slots.length - 1;
        }
        boolean added = slots[slot] == 0;
        slots[slot] = hash;
        return added;
    }
}
