package io.multichat.events.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** Builds trees of JSON that was already validated, and the faults of JSON that was not. */
public final class StrictJson {
    // Names are not interned: untrusted input must not fill or attack a shared symbol table.
    private static final JsonMapper JSON = new JsonMapper(JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(JsonScanner.MAX_DEPTH)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build());

    private StrictJson() {}

    /**
     * Parses the value at offset {@code at} to a tree.
     *
     * @param json a text that was already validated
     * @throws JsonException if it is not JSON after all, because it only claimed to have been validated
     */
    public static JsonNode tree(byte[] json, int at) {
        try (JsonParser parser = JSON.getFactory().createParser(json, at, json.length - at)) {
            return parser.readValueAsTree();
        } catch (IOException e) {
            throw notJson(at);
        }
    }

    static JsonException notJson(int at) {
        return new JsonException(JsonException.Fault.NOT_JSON, "not JSON at byte " + at);
    }

    static JsonException tooDeep() {
        return new JsonException(
                JsonException.Fault.TOO_DEEP, "nested deeper than " + JsonScanner.MAX_DEPTH + " levels");
    }
}
