package io.multichat.topology.state.identities;

import java.nio.ByteBuffer;

/** The identity of an event, see {@code EventIdentity}: a 128-bit hash, so that all its bits are evenly distributed. */
record Identity(long high, long low) {
    static final int BYTES = 16;

    /** @throws IllegalArgumentException when the array does not have 16 bytes */
    static Identity of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("an identity has " + BYTES + " bytes, not " + bytes.length);
        }
        return read(ByteBuffer.wrap(bytes));
    }

    static Identity read(ByteBuffer in) {
        return new Identity(in.getLong(), in.getLong());
    }

    void write(ByteBuffer out) {
        out.putLong(high).putLong(low);
    }

    byte[] bytes() {
        ByteBuffer out = ByteBuffer.allocate(BYTES);
        write(out);
        return out.array();
    }
}
