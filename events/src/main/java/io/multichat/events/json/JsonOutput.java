package io.multichat.events.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;

/** Writes all JSON of the contract: UTF-8 with only the escapes that JSON requires. */
public final class JsonOutput {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            // Otherwise NaN would silently become a string.
            .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
            .build();

    private JsonOutput() {}

    /** Creates a generator that writes to these bytes. */
    public static JsonGenerator to(OutputStream bytes) throws IOException {
        return JSON.createGenerator(bytes);
    }

    /**
     * Writes a string field; does nothing if the value is null.
     *
     * @throws JsonException if the value contains an unpaired surrogate
     */
    public static void text(JsonGenerator json, String field, String value) throws IOException {
        if (value != null) {
            Surrogates.requirePaired(value);
            json.writeStringField(field, value);
        }
    }
}
