package io.multichat.server.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** JSON that is being written: values by a generator, and values that are JSON already, byte for byte. For one thread. */
final class JsonPiece {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final JsonGenerator generator = JsonReply.to(bytes);

    JsonGenerator generator() {
        return generator;
    }

    /** Writes a value that is JSON in UTF-8 already, unchanged. */
    void raw(byte[] value) throws IOException {
        generator.writeRawValue("");
        generator.flush();
        bytes.writeBytes(value);
    }

    /** The number of bytes not taken yet; those that the generator buffers are not counted. */
    int size() {
        return bytes.size();
    }

    /** What was written since the last call. */
    byte[] take() throws IOException {
        generator.flush();
        byte[] taken = bytes.toByteArray();
        bytes.reset();
        return taken;
    }
}
