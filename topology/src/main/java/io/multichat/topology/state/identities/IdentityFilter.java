package io.multichat.topology.state.identities;

import java.util.Arrays;

/**
 * A Bloom filter whose seven bits of an identity are in one block of 512, so that a look costs one miss of the processor's
 * cache (Putze, Sanders, Singler: Cache-, Hash- and Space-Efficient Bloom Filters, 2007).
 *
 * <p>Written for identities, which are hashes already: no hash is computed here.
 */
final class IdentityFilter {
    private static final int BLOCK_WORDS = 8;
    private static final int BLOCK_BYTES = BLOCK_WORDS * Long.BYTES;
    private static final int BITS_EACH = 12;
    private static final int PROBES = 7;
    private static final int PROBE_BITS = 9;

    private final long[] words;
    private long added;

    /** @param bytes its memory, at least 64 */
    IdentityFilter(int bytes) {
        words = new long[bytes / BLOCK_BYTES * BLOCK_WORDS];
    }

    /** One that excludes nothing. */
    static IdentityFilter excludingNothing() {
        IdentityFilter filter = new IdentityFilter(BLOCK_BYTES);
        Arrays.fill(filter.words, -1);
        return filter;
    }

    /** How many identities a filter of that memory holds while fewer than 1 in 100 others are taken for one of them. */
    static long capacity(int bytes) {
        return (long) bytes * Byte.SIZE / BITS_EACH;
    }

    int bytes() {
        return words.length * Long.BYTES;
    }

    /** How many were added, counting one that was added twice as two. */
    long added() {
        return added;
    }

    void add(Identity identity) {
        int block = block(identity);
        long bits = identity.low();
        for (int i = 0; i < PROBES; i++) {
            words[block + word(bits)] |= 1L << bits;
            bits >>>= PROBE_BITS;
        }
        added++;
    }

    /** False when it was surely not added. */
    boolean mayContain(Identity identity) {
        int block = block(identity);
        long bits = identity.low();
        for (int i = 0; i < PROBES; i++) {
            if ((words[block + word(bits)] & 1L << bits) == 0) {
                return false;
            }
            bits >>>= PROBE_BITS;
        }
        return true;
    }

    /** The first word of the block. */
    private int block(Identity identity) {
        long blocks = words.length / BLOCK_WORDS;
        return (int) ((identity.high() >>> Integer.SIZE) * blocks >>> Integer.SIZE) * BLOCK_WORDS;
    }

    /** Three bits choose the word; the six below them choose the bit in it. */
    private static int word(long bits) {
        return (int) (bits >>> 6) & BLOCK_WORDS - 1;
    }
}
