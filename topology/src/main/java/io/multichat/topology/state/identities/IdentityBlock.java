package io.multichat.topology.state.identities;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.OptionalLong;
import org.apache.kafka.common.utils.ByteUtils;

/**
 * Identities that were accepted one after the other within one hour, as one record of the changelog: about 19 bytes each.
 *
 * <p>The record's key is the first identity. So no two blocks ever have the same key, without a counter, a clock or a
 * look at what other owners of the partition wrote, since an identity is accepted once. Its value: a version byte, the
 * hour of arrival since 1970, the first one's time, then each further identity and the difference of its time to the one
 * before, all numbers of variable length.
 */
final class IdentityBlock {
    /** A record of some 5 KB: the cost of a record is spread thin, and the identities are still few enough to search. */
    static final int MOST = 256;

    private static final byte VERSION = 2;
    private static final int HEADER_MOST = 1 + 5;
    private static final int NUMBER_MOST = 10;

    private final Identity[] identities = new Identity[MOST];
    private final long[] times = new long[MOST];
    private int size;
    private int hour;

    /** Takes each identity of a block with its time, UTC milliseconds, and its hour of arrival since 1970. */
    interface Reader<E extends Exception> {
        void read(byte[] identity, long sentAt, int hour) throws E;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Whether an identity that arrived in that hour has its place here. */
    boolean takes(int arrivalHour) {
        return size == 0 || (size < MOST && hour == arrivalHour);
    }

    /** Adds an identity that is not there, for which it {@link #takes} the hour. */
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
        ByteUtils.writeVarint(hour, out);
        ByteUtils.writeVarlong(times[0], out);
        for (int i = 1; i < size; i++) {
            identities[i].write(out);
            ByteUtils.writeVarlong(times[i] - times[i - 1], out);
        }
        return Arrays.copyOf(out.array(), out.position());
    }

    /** @throws IllegalStateException when another version of the program wrote the block */
    static <E extends Exception> void read(byte[] key, byte[] value, Reader<E> reader) throws E {
        ByteBuffer in = ByteBuffer.wrap(value);
        byte version = in.get();
        if (version != VERSION) {
            throw new IllegalStateException(
                    "the identities have version " + version + "; this program reads " + VERSION);
        }
        int hour = ByteUtils.readVarint(in);
        long sentAt = ByteUtils.readVarlong(in);
        reader.read(key, sentAt, hour);
        while (in.hasRemaining()) {
            byte[] identity = new byte[Identity.BYTES];
            in.get(identity);
            sentAt += ByteUtils.readVarlong(in);
            reader.read(identity, sentAt, hour);
        }
    }
}
