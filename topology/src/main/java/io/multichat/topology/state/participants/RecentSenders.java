package io.multichat.topology.state.participants;

import io.multichat.events.SessionId;

/**
 * Senders that are surely in the set of their session, so that the message of a busy session costs no look at the set.
 *
 * <p>In memory, {@value #SLOTS} pairs of session and sender, the newest of each slot; a restart begins with none.
 */
final class RecentSenders {
    private static final int SLOTS = 1 << 16;

    // Of each slot the mixed pair; 0, which no pair is likely to be, of an empty one.
    private final long[] pairs = new long[SLOTS];

    boolean has(SessionId session, long sender) {
        long pair = pair(session, sender);
        return pair != 0 && pairs[slot(pair)] == pair;
    }

    void add(SessionId session, long sender) {
        long pair = pair(session, sender);
        pairs[slot(pair)] = pair;
    }

    /** 64 bits of both: two pairs are taken for one as rarely as two senders are. */
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
