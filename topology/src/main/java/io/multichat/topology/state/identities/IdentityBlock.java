package io.multichat.topology.state.identities;

import io.multichat.topology.state.layers.StaleStateException;
import io.multichat.topology.state.layers.Varint;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * A changelog record of identities accepted in sequence within one hour, about 19 bytes each.
 *
 * <p>The record key is the first identity. Because an identity is accepted only once, keys are unique without a counter, a clock
 * or a look at what earlier owners of the partition wrote. The value is a version byte, the hour of arrival since 1970, the time
 * of the first event, then each further identity followed by the difference of its time to the previous one. All numbers have
 * variable length.
 */
final class IdentityBlock {
    /** Maximum number of identities: a record of about 5 KB, large enough to spread its cost and small enough for a linear search. */
    static final int MOST = 256;

    private static final byte VERSION = 3;
    private static final int HEADER_MOST = 1 + 5;
    private static final int NUMBER_MOST = 10;

    private final Identity[] identities = new Identity[MOST];
    private final long[] times = new long[MOST];
    private int size;
    private int hour;

    /** Receives each identity of a block with its time, UTC milliseconds, and its hour of arrival since 1970. */
    interface Reader<E extends Exception> {
        void read(Identity identity, long sentAt, int hour) throws E;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** True when the block has room for an identity that arrived in this hour. */
    boolean takes(int arrivalHour) {
        return size == 0 || (size < MOST && hour == arrivalHour);
    }

    /** Adds an identity that is not in the block yet and whose hour it {@link #takes}. */
    void add(Identity identity, long sentAt, int arrivalHour) {
        identities[size] = identity;
        times[size] = sentAt;
        hour = arrivalHour;
        size++;
    }

    OptionalLong sentAt(Identity identity) {
        for (int i = 0; i < size; i++) {
            if (identities[i].equals(identity)) {
                return OptionalLong.of(times[i]);
            }
        }
        return OptionalLong.empty();
    }

    void clear() {
        size = 0;
    }

    byte[] key() {
        return identities[0].bytes();
    }

    byte[] value() {
        ByteBuffer out = ByteBuffer.allocate(HEADER_MOST + NUMBER_MOST + (size - 1) * (Identity.BYTES + NUMBER_MOST));
        out.put(VERSION);
        Varint.write(out, hour);
        Varint.write(out, times[0]);
        for (int i = 1; i < size; i++) {
            identities[i].write(out);
            Varint.write(out, times[i] - times[i - 1]);
        }
        return Arrays.copyOf(out.array(), out.position());
    }

    /** @throws StaleStateException when the block has another format version */
    static <E extends Exception> void read(byte[] key, byte[] value, Reader<E> reader) throws E {
        ByteBuffer in = ByteBuffer.wrap(value);
        byte version = in.get();
        if (version != VERSION) {
            throw new StaleStateException(
                    "the identities have version " + version + ", and this version of Multichat reads " + VERSION
                            + "; build everything again with `multichat rebuild`");
        }
        int hour = (int) Varint.read(in);
        long sentAt = Varint.read(in);
        reader.read(Identity.of(key), sentAt, hour);
        while (in.hasRemaining()) {
            Identity identity = Identity.read(in);
            sentAt += Varint.read(in);
            reader.read(identity, sentAt, hour);
        }
    }
}
