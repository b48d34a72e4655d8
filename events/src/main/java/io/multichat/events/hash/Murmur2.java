package io.multichat.events.hash;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The hash of Kafka's default partitioner: 32-bit MurmurHash2 with Kafka's seed. Kafka has no public method for it, and the ids of
 * sessions depend on it, so it must not change with Kafka's version.
 */
public final class Murmur2 {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int SEED = 0x9747b28c;
    private static final int FACTOR = 0x5bd1e995;

    private Murmur2() {}

    /** The hash of the bytes of a key. */
    public static int hash(byte[] bytes) {
        int hash = SEED ^ bytes.length;
        int wholeInts = bytes.length & ~3;
        for (int i = 0; i < wholeInts; i += 4) {
            int part = (int) INT.get(bytes, i) * FACTOR;
            hash = (hash * FACTOR) ^ ((part ^ (part >>> 24)) * FACTOR);
        }
        if (wholeInts < bytes.length) {
            for (int i = wholeInts; i < bytes.length; i++) {
                hash ^= (bytes[i] & 0xFF) << (8 * (i - wholeInts));
            }
            hash *= FACTOR;
        }
        hash = (hash ^ (hash >>> 13)) * FACTOR;
        return hash ^ (hash >>> 15);
    }

    /** The partition, of {@code partitions}, that Kafka's default partitioner chooses for a key with this hash. */
    public static int partition(int hash, int partitions) {
        return (hash & Integer.MAX_VALUE) % partitions;
    }
}
