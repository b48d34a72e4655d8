package io.multichat.benchmarks.flink;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Texts and bytes in packed records: a length of two bytes, then the bytes. */
final class Packed {
    private Packed() {}

    static void put(ByteBuffer out, byte[] bytes) {
        out.putShort((short) bytes.length).put(bytes);
    }

    static String text(ByteBuffer in) {
        return new String(bytes(in), StandardCharsets.UTF_8);
    }

    static byte[] bytes(ByteBuffer in) {
        return bytes(in, in.getShort());
    }

    /** Bytes whose length is not part of the record. */
    static byte[] bytes(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }
}
