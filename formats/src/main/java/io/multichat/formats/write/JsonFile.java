package io.multichat.formats.write;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.events.json.JsonOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes JSON into a file, mixed with raw bytes that are JSON already. Used by one thread. */
public final class JsonFile {
    private final OutputStream output;

    /** @param output buffered; never closed here */
    public JsonFile(OutputStream output) {
        this.output = output;
    }

    /** Writes one value. */
    @FunctionalInterface
    public interface Value {
        /** @throws IOException when the file cannot be written */
        void to(JsonGenerator json) throws IOException;
    }

    /** Writes text as it is. */
    public void raw(String text) throws IOException {
        output.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes bytes as they are. */
    public void raw(byte[] bytes) throws IOException {
        output.write(bytes);
    }

    /** Writes one value with a generator. */
    public void value(Value value) throws IOException {
        JsonGenerator json = JsonOutput.to(output);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
        try (json) {
            value.to(json);
        }
    }

    /** Writes a tree. */
    public void tree(JsonNode tree) throws IOException {
        value(json -> json.writePOJO(tree));
    }
}
