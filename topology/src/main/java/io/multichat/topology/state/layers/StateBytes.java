package io.multichat.topology.state.layers;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The frame of all state values: a version byte followed by the content. */
public final class StateBytes {
    private static final byte VERSION = 6;

    private StateBytes() {}

    /** The version byte followed by what {@code writer} writes. */
    public static byte[] write(Writer writer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(160);
        DataOutputStream out = new DataOutputStream(bytes);
        try {
            out.writeByte(VERSION);
            writer.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @throws StaleStateException when the bytes have another version */
    public static <T> T read(byte[] bytes, Reader<T> reader) {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        try {
            byte version = in.readByte();
            if (version != VERSION) {
                throw new StaleStateException(
                        "the state has version " + version + ", and this version of Multichat reads "
                                + VERSION
                                + "; build everything again from the archive and the topics with `multichat rebuild`");
            }
            return reader.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the content of a value. */
    public interface Writer {
        void write(DataOutputStream out) throws IOException;
    }

    /** Reads the content of a value. */
    public interface Reader<T> {
        T read(DataInputStream in) throws IOException;
    }
}
