package io.multichat.formats.jsonl;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The objects in an array, as slices of its bytes. */
final class JsonElements {
    private static final JsonMapper JSON = new JsonMapper();

    private JsonElements() {}

    /** @param array a JSON array in UTF-8 that was already validated */
    static List<byte[]> of(byte[] array) {
        List<byte[]> elements = new ArrayList<>();
        try (JsonParser json = JSON.createParser(array)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.START_OBJECT) {
                int from = (int) json.currentTokenLocation().getByteOffset();
                json.skipChildren();
                elements.add(Arrays.copyOfRange(
                        array, from, (int) json.currentLocation().getByteOffset()));
            }
            return elements;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
