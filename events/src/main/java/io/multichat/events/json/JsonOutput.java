package io.multichat.events.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;

/** How all JSON of the contract is written: UTF-8 in which only that is escaped which JSON demands. */
public final class JsonOutput {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            // A number that JSON cannot write must not turn into a string.
            .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
            .build();

    private JsonOutput() {}

    public static JsonGenerator to(OutputStream bytes) throws IOException {
        return JSON.createGenerator(bytes);
    }

    /**
     * Writes a field; nothing when the value is null.
     *
     * @throws JsonException when the value holds half a surrogate pair
     */
    public static void text(JsonGenerator json, String field, String value) throws IOException {
        if (value != null) {
            Surrogates.requirePaired(value);
            json.writeStringField(field, value);
        }
    }
}
