package io.multichat.topology.state.identities;

import java.nio.ByteBuffer;

/** What makes an event the same event, see {@code EventIdentity}: 128 bits of a hash, so any part of it is evenly spread. */
record Identity(long high, long low) {
    static final int BYTES = 16;

    /** @throws IllegalArgumentException when there are not 16 bytes */
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
