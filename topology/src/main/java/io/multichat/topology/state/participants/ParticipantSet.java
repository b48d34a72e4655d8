package io.multichat.topology.state.participants;

import com.dynatrace.hash4j.distinctcount.UltraLogLog;
import com.dynatrace.hash4j.hashing.Hashing;
import io.multichat.events.SessionSnapshot.Participants;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The set of senders of a session: exact for up to {@link #EXACT} senders, beyond that a sketch of 512 bytes with a standard
 * error of 3.4 %. Both depend only on the set itself, not on the order in which it grew.
 *
 * @param bytes up to {@link #EXACT} sorted 64-bit hashes of senders; a longer array is the state of an UltraLogLog sketch
 *     (O. Ertl, UltraLogLog, VLDB 2024)
 */
record ParticipantSet(byte[] bytes) {
    /** Maximum number of senders that are counted exactly. */
    static final int EXACT = 32;

    static final ParticipantSet EMPTY = new ParticipantSet(new byte[0]);

    private static final int PRECISION = 9;

    /** The 64-bit hash of a sender's id. */
    static long hash(String senderId) {
        return Hashing.komihash5_0().hashCharsToLong(senderId);
    }

    /** The set with another sender, given by its {@link #hash}; this instance if that changes nothing. */
    ParticipantSet with(long hash) {
        if (isSketch()) {
            byte[] state = sketch().add(hash).getState();
            return Arrays.equals(state, bytes) ? this : new ParticipantSet(state);
        }
        long[] hashes = hashes();
        int at = -Arrays.binarySearch(hashes, hash) - 1;
        if (at < 0) {
            return this;
        }
        if (hashes.length == EXACT) {
            return new ParticipantSet(sketchOf(hashes).add(hash).getState());
        }
        byte[] grown = Arrays.copyOf(bytes, bytes.length + Long.BYTES);
        System.arraycopy(bytes, at * Long.BYTES, grown, (at + 1) * Long.BYTES, bytes.length - at * Long.BYTES);
        ByteBuffer.wrap(grown).putLong(at * Long.BYTES, hash);
        return new ParticipantSet(grown);
    }

    /** The union of both sets. */
    ParticipantSet union(ParticipantSet other) {
        if (!isSketch() && !other.isSketch()) {
            long[] both = Arrays.copyOf(hashes(), hashes().length + other.hashes().length);
            System.arraycopy(other.hashes(), 0, both, hashes().length, other.hashes().length);
            return of(both);
        }
        return new ParticipantSet(sketch().add(other.sketch()).getState());
    }

    /** The number of senders. */
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
