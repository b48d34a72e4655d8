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

    private interface Output<E extends Exception> {
        void write(int unsignedByte) throws E;
    }

    private interface Input<E extends Exception> {
        byte read() throws E;
    }

    /** Writes 1 to 10 bytes. */
    public static void write(ByteBuffer out, long number) {
        encode(number, next -> out.put((byte) next));
    }

    /** Writes 1 to 10 bytes. */
    public static void write(DataOutputStream out, long number) throws IOException {
        encode(number, out::writeByte);
    }

    /**
     * @throws IllegalStateException when the number is longer than 10 bytes
     * @throws java.nio.BufferUnderflowException when the input ends
     */
    public static long read(ByteBuffer in) {
        return decode(in::get);
    }

    /**
     * @throws IllegalStateException when the number is longer than 10 bytes
     * @throws IOException when the input ends
     */
    public static long read(DataInputStream in) throws IOException {
        return decode(in::readByte);
    }

    /** @throws ArithmeticException when the number does not fit into an int */
    public static int readInt(DataInputStream in) throws IOException {
        return Math.toIntExact(read(in));
    }

    private static <E extends Exception> void encode(long number, Output<E> out) throws E {
        long rest = (number << 1) ^ (number >> 63);
        while ((rest & ~0x7FL) != 0) {
            out.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    private static <E extends Exception> long decode(Input<E> in) throws E {
        long rest = 0;
        for (int shift = 0; shift <= MAX_SHIFT; shift += 7) {
            byte next = in.read();
            rest |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return (rest >>> 1) ^ -(rest & 1);
            }
        }
        throw new IllegalStateException("a number in the state is longer than 10 bytes");
    }
}
