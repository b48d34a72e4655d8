package io.multichat.events.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Parses a single JSON object in UTF-8 without repair; every problem has a {@link JsonException.Fault}. */
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

    /** Reads an object. The parser is at its first token and must be left at its last. */
    public interface ObjectReader<T> {
        T read(JsonParser parser) throws IOException;
    }

    /**
     * Parses the object in {@code value} with {@code reader}.
     *
     * @throws JsonException if the value is null or not a single JSON object, or if {@code reader} throws it
     */
    public static <T> T read(byte[] value, ObjectReader<T> reader) {
        StrictText.require(value);
        char[] text = new String(value, StandardCharsets.UTF_8).toCharArray();
        try (JsonParser parser = JSON.getFactory().createParser(text)) {
            return read(parser, reader);
        } catch (StreamConstraintsException e) {
            throw new JsonException(
                    JsonException.Fault.TOO_DEEP, "nested deeper than " + JsonScanner.MAX_DEPTH + " levels", e);
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " at character " + e.getLocation().getCharOffset();
            throw new JsonException(JsonException.Fault.NOT_JSON, "not JSON" + where, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T read(JsonParser parser, ObjectReader<T> reader) throws IOException {
        if (parser.nextToken() == null) {
            throw new JsonException(JsonException.Fault.NOT_JSON, "the value is empty");
        }
        if (!parser.isExpectedStartObjectToken()) {
            throw new JsonException(JsonException.Fault.NOT_AN_OBJECT, "the value is not a JSON object");
        }
        T object = reader.read(parser);
        if (parser.nextToken() != null) {
            throw new JsonException(JsonException.Fault.NOT_JSON, "something follows the JSON object");
        }
        return object;
    }

    /**
     * Parses the value at offset {@code at} to a tree.
     *
     * @param json a text that was already validated
     */
    public static JsonNode tree(byte[] json, int at) {
        try (JsonParser parser = JSON.getFactory().createParser(json, at, json.length - at)) {
            return parser.readValueAsTree();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
