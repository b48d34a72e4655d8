package io.multichat.topology.state.participants;

import com.dynatrace.hash4j.distinctcount.UltraLogLog;
import com.dynatrace.hash4j.hashing.Hashing;
import io.multichat.events.SessionSnapshot.Participants;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The senders of a session: exact up to {@link #EXACT} of them, then a sketch of half a KiB with a standard error of 3.4 %.
 * Either way a function of the set alone, not of the order in which it grew.
 *
 * @param bytes the 64-bit hashes of the senders, sorted, 8 bytes each; or, when longer than all exact ones may be, the
 *     state of an UltraLogLog sketch (O. Ertl, UltraLogLog, VLDB 2024)
 */
record ParticipantSet(byte[] bytes) {
    /** How many senders are counted exactly. */
    static final int EXACT = 32;

    static final ParticipantSet EMPTY = new ParticipantSet(new byte[0]);

    private static final int PRECISION = 9;

    /** What stands for a sender. */
    static long hash(String senderId) {
        return Hashing.komihash5_0().hashCharsToLong(senderId);
    }

    /** The set with another sender, given by its {@link #hash}; this very set when it changes nothing. */
    ParticipantSet with(long hash) {
        if (isSketch()) {
            byte[] state = sketch().add(hash).getState();
            return Arrays.equals(state, bytes) ? this : new ParticipantSet(state);
        }
        long[] hashes = hashes();
        if (Arrays.binarySearch(hashes, hash) >= 0) {
            return this;
        }
        long[] grown = Arrays.copyOf(hashes, hashes.length + 1);
        grown[hashes.length] = hash;
        return of(grown);
    }

    /** The senders of both. */
    ParticipantSet union(ParticipantSet other) {
        if (!isSketch() && !other.isSketch()) {
            long[] both = Arrays.copyOf(hashes(), hashes().length + other.hashes().length);
            System.arraycopy(other.hashes(), 0, both, hashes().length, other.hashes().length);
            return of(both);
        }
        return new ParticipantSet(sketch().add(other.sketch()).getState());
    }

    /** How many senders there are. */
    Participants count() {
        return isSketch()
                ? new Participants(Math.round(sketch().getDistinctCountEstimate()), true)
                : new Participants(bytes.length / Long.BYTES, false);
    }

    private boolean isSketch() {
        return bytes.length > EXACT * Long.BYTES;
    }

    private static ParticipantSet of(long[] hashes) {
        long[] distinct = Arrays.stream(hashes).sorted().distinct().toArray();
        if (distinct.length > EXACT) {
            return new ParticipantSet(sketchOf(distinct).getState());
        }
        ByteBuffer buffer = ByteBuffer.allocate(distinct.length * Long.BYTES);
        Arrays.stream(distinct).forEach(buffer::putLong);
        return new ParticipantSet(buffer.array());
    }

    private long[] hashes() {
        long[] hashes = new long[bytes.length / Long.BYTES];
        ByteBuffer.wrap(bytes).asLongBuffer().get(hashes);
        return hashes;
    }

    private UltraLogLog sketch() {
        return isSketch() ? UltraLogLog.wrap(bytes.clone()) : sketchOf(hashes());
    }

    private static UltraLogLog sketchOf(long[] hashes) {
        UltraLogLog sketch = UltraLogLog.create(PRECISION);
        Arrays.stream(hashes).forEach(sketch::add);
        return sketch;
    }
}
