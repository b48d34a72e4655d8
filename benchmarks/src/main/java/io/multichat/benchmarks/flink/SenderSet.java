package io.multichat.benchmarks.flink;

import com.dynatrace.hash4j.distinctcount.UltraLogLog;
import io.multichat.events.SessionSnapshot.Participants;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The senders of a session, counted as Multichat counts them: exactly up to {@value #EXACT}, beyond that by a sketch of 512
 * bytes.
 *
 * @param bytes the 64-bit hashes of the senders, or the sketch
 */
record SenderSet(byte[] bytes) {
    static final SenderSet EMPTY = new SenderSet(new byte[0]);

    private static final int EXACT = 32;
    private static final int PRECISION = 9;

    /** The set with another sender; this instance if it is an exact set that has the sender. */
    SenderSet with(long sender) {
        if (isSketch()) {
            return new SenderSet(UltraLogLog.wrap(bytes.clone()).add(sender).getState());
        }
        ByteBuffer known = ByteBuffer.wrap(bytes);
        while (known.hasRemaining()) {
            if (known.getLong() == sender) {
                return this;
            }
        }
        byte[] grown = Arrays.copyOf(bytes, bytes.length + Long.BYTES);
        ByteBuffer.wrap(grown).putLong(bytes.length, sender);
        return grown.length > EXACT * Long.BYTES ? new SenderSet(sketchOf(grown).getState()) : new SenderSet(grown);
    }

    /** The union of both sets. */
    SenderSet union(SenderSet other) {
        if (isSketch() && other.isSketch()) {
            return new SenderSet(UltraLogLog.merge(UltraLogLog.wrap(bytes), UltraLogLog.wrap(other.bytes))
                    .getState());
        }
        SenderSet both = isSketch() ? this : other;
        ByteBuffer more = ByteBuffer.wrap(isSketch() ? other.bytes : bytes);
        while (more.hasRemaining()) {
            both = both.with(more.getLong());
        }
        return both;
    }

    Participants count() {
        return isSketch()
                ? new Participants(Math.round(UltraLogLog.wrap(bytes.clone()).getDistinctCountEstimate()), true)
                : new Participants(bytes.length / Long.BYTES, false);
    }

    private boolean isSketch() {
        return bytes.length > EXACT * Long.BYTES;
    }

    private static UltraLogLog sketchOf(byte[] hashes) {
        UltraLogLog sketch = UltraLogLog.create(PRECISION);
        ByteBuffer each = ByteBuffer.wrap(hashes);
        while (each.hasRemaining()) {
            sketch.add(each.getLong());
        }
        return sketch;
    }
}
