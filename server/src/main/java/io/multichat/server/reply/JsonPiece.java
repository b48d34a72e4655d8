package io.multichat.server.reply;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * A buffer for JSON that is being written, either by a generator or as values that are already JSON, which are copied
 * unchanged. For one thread.
 */
public final class JsonPiece {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final JsonGenerator generator = JsonReply.to(bytes);

    public JsonGenerator generator() {
        return generator;
    }

    /** Writes a value that is already JSON in UTF-8, unchanged. */
    public void raw(byte[] value) throws IOException {
        generator.writeRawValue("");
        generator.flush();
        bytes.writeBytes(value);
    }

    /** The number of bytes not taken yet, except those still buffered by the generator. */
    public int size() {
        return bytes.size();
    }

    /** The bytes written since the last call. */
    public byte[] take() throws IOException {
        generator.flush();
        byte[] taken = bytes.toByteArray();
        bytes.reset();
        return taken;
    }
}
