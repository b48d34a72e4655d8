package io.multichat.topology.state.identities;

import java.util.Arrays;

/**
 * A blocked Bloom filter: the seven bits of an identity are in one block of 512 bits, so that a lookup costs one cache miss
 * (Putze, Sanders, Singler: Cache-, Hash- and Space-Efficient Bloom Filters, 2007).
 *
 * <p>Computes no hash, because identities are hashes already.
 */
final class IdentityFilter {
    private static final int BLOCK_WORDS = 8;
    private static final int BLOCK_BYTES = BLOCK_WORDS * Long.BYTES;
    private static final int BITS_EACH = 12;
    private static final int PROBES = 7;
    private static final int PROBE_BITS = 9;

    private final long[] words;
    private long added;

    /** @param bytes size in memory, at least 64 */
    IdentityFilter(int bytes) {
        words = new long[bytes / BLOCK_BYTES * BLOCK_WORDS];
    }

    /** A filter that excludes nothing. */
    static IdentityFilter excludingNothing() {
        IdentityFilter filter = new IdentityFilter(BLOCK_BYTES);
        Arrays.fill(filter.words, -1);
        return filter;
    }

    /** Maximum number of identities in a filter of this size with a false positive rate below 1 %. */
    static long capacity(int bytes) {
        return (long) bytes * Byte.SIZE / BITS_EACH;
    }

    int bytes() {
        return words.length * Long.BYTES;
    }

    /** Number of calls of {@link #add}, including repeated identities. */
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

    /** False only if the identity was never added. */
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

    /** The index of the block's first word. */
    private int block(Identity identity) {
        long blocks = words.length / BLOCK_WORDS;
        return (int) (((identity.high() >>> Integer.SIZE) * blocks) >>> Integer.SIZE) * BLOCK_WORDS;
    }

    /** Three bits choose the word; the six below them choose the bit in it. */
    private static int word(long bits) {
        return (int) (bits >>> 6) & BLOCK_WORDS - 1;
    }
}
