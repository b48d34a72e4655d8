package io.multichat.topology.state.participants;

import io.multichat.events.SessionId;

/**
 * A cache of senders that are known to be in the set of their session, so that most messages of a busy session need no access to
 * that set.
 *
 * <p>In memory, with {@value #SLOTS} slots that each hold the last pair of session and sender; empty after a restart.
 */
final class RecentSenders {
    private static final int SLOTS = 1 << 16;

    // The mixed pair of each slot. 0 marks an empty slot; hardly any pair mixes to that value.
    private final long[] pairs = new long[SLOTS];

    boolean has(SessionId session, long sender) {
        long pair = pair(session, sender);
        return pair != 0 && pairs[slot(pair)] == pair;
    }

    void add(SessionId session, long sender) {
        long pair = pair(session, sender);
        pairs[slot(pair)] = pair;
    }

    /** A 64-bit hash of both. Two pairs collide as rarely as the hashes of two senders. */
    private static long pair(SessionId session, long sender) {
        return mix(sender ^ mix(session.low() ^ mix(session.high())));
    }

    /** The finalizer of SplitMix64 (G. Steele, D. Lea, C. Flood, 2014). */
    private static long mix(long bits) {
        long mixed = (bits + 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    private static int slot(long pair) {
        return (int) (pair & SLOTS - 1);
    }
}
