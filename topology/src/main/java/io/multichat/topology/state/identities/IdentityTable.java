package io.multichat.topology.state.identities;

import java.util.Arrays;
import java.util.OptionalLong;

/**
 * Identities with their times in memory: a hash table with open addressing, 24 bytes a slot and at least two slots an identity.
 *
 * <p>The first bits of an identity choose its slot; if that is taken, the next one is used. So the table is nearly sorted, and an
 * insertion sort of few steps finishes the order that a file needs.
 */
final class IdentityTable {
    private static final int FIRST_BITS = 8;
    private static final long FREE = Long.MIN_VALUE;

    private int bits = FIRST_BITS;
    private long[] high = slots(0);
    private long[] low = slots(0);
    private long[] times = slots(FREE);
    private int size;

    /** Receives an identity with its time, UTC milliseconds. */
    interface Visitor<E extends Exception> {
        void visit(long high, long low, long sentAt) throws E;
    }

    int size() {
        return size;
    }

    /** Memory of the table. */
    long bytes() {
        return 3L * Long.BYTES * times.length;
    }

    /** Adds an identity unless it is present. */
    void put(long identityHigh, long identityLow, long sentAt) {
        if (2 * size >= times.length) {
            grow();
        }
        int slot = slot(identityHigh, identityLow);
        if (times[slot] == FREE) {
            high[slot] = identityHigh;
            low[slot] = identityLow;
            times[slot] = sentAt;
            size++;
        }
    }

    /** The time of an identity; empty if it is absent. */
    OptionalLong sentAt(Identity identity) {
        int slot = slot(identity.high(), identity.low());
        return times[slot] == FREE ? OptionalLong.empty() : OptionalLong.of(times[slot]);
    }

    /** Visits all identities in the order of their bytes. */
    <E extends Exception> void forEach(Visitor<E> visitor) throws E {
        int[] order = new int[size];
        int sorted = 0;
        for (int slot = 0; slot < times.length; slot++) {
            if (times[slot] != FREE) {
                int at = sorted++;
                while (at > 0 && compare(slot, order[at - 1]) < 0) {
                    order[at] = order[at - 1];
                    at--;
                }
                order[at] = slot;
            }
        }
        for (int slot : order) {
            visitor.visit(high[slot], low[slot], times[slot]);
        }
    }

    private int compare(int slot, int other) {
        int byHigh = Long.compareUnsigned(high[slot], high[other]);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low[slot], low[other]);
    }

    /** The slot of an identity, or the free one where it would be. */
    private int slot(long identityHigh, long identityLow) {
        int slot = (int) (identityHigh >>> (Long.SIZE - bits));
        while (times[slot] != FREE && (high[slot] != identityHigh || low[slot] != identityLow)) {
            slot = (slot + 1) & (times.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[][] before = {high, low, times};
        bits++;
        high = slots(0);
        low = slots(0);
        times = slots(FREE);
        size = 0;
        for (int slot = 0; slot < before[2].length; slot++) {
            if (before[2][slot] != FREE) {
                put(before[0][slot], before[1][slot], before[2][slot]);
            }
        }
    }

    private long[] slots(long content) {
        long[] slots = new long[1 << bits];
        Arrays.fill(slots, content);
        return slots;
    }
}
