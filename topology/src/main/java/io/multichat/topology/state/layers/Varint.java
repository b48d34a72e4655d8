package io.multichat.topology.state.layers;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Integers of variable length: 7 bits a byte, the lowest first, with the top bit set in all bytes but the last. The sign is moved to
 * the lowest bit, so that small negative numbers are short, too. The format is that of Kafka's records and of Protocol Buffers'
 * {@code sint64}.
 */
public final class Varint {
    private static final int MAX_SHIFT = 63;

    private Varint() {}

    /** Writes 1 to 10 bytes. */
    public static void write(ByteBuffer out, long number) {
        long rest = (number << 1) ^ (number >> 63);
        while ((rest & ~0x7FL) != 0) {
            out.put((byte) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        out.put((byte) rest);
    }

    /** Writes 1 to 10 bytes. */
    public static void write(DataOutputStream out, long number) throws IOException {
        long rest = (number << 1) ^ (number >> 63);
        while ((rest & ~0x7FL) != 0) {
            out.writeByte((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        out.writeByte((int) rest);
    }

    /** @throws java.nio.BufferUnderflowException when the input ends */
    public static long read(ByteBuffer in) {
        long rest = 0;
        int shift = 0;
        byte next;
        do {
            next = in.get();
            rest |= (next & 0x7FL) << shift;
            shift += 7;
        } while (next < 0 && shift <= MAX_SHIFT);
        return (rest >>> 1) ^ -(rest & 1);
    }

    /** @throws IOException when the number is longer than 10 bytes or the input ends */
    public static long read(DataInputStream in) throws IOException {
        long rest = 0;
        for (int shift = 0; shift <= MAX_SHIFT; shift += 7) {
            byte next = in.readByte();
            rest |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return (rest >>> 1) ^ -(rest & 1);
            }
        }
        throw new IOException("a number in the state is longer than 10 bytes");
    }

    /** @throws ArithmeticException when the number does not fit into an int */
    public static int readInt(DataInputStream in) throws IOException {
        return Math.toIntExact(read(in));
    }
}
