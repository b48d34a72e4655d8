package io.multichat.formats.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Streams a JSON file and hands out the values at chosen paths, one at a time, in the order of the file. Everything else is
 * skipped, so memory is bounded by the largest chosen value. Used by one thread.
 *
 * <p>A path is written as in {@link JsonPaths}: {@code channel}, {@code messages[]}, {@code chats.list[].name}; {@code []} are the
 * elements of an array at the root, and the empty path is a value at the root.
 */
public final class JsonDocument {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private final Map<String, Receiver> receivers = new HashMap<>();
    private final Map<String, Long> counts = new HashMap<>();
    private final Set<String> parents = new HashSet<>();

    /** Receives the values at one path. */
    @FunctionalInterface
    public interface Receiver {
        /** @throws IOException ends the reading */
        void receive(JsonElement element) throws IOException;
    }

    /**
     * Chooses a path. Nothing inside a chosen value can be chosen.
     *
     * @return this document
     */
    public JsonDocument on(String path, Receiver receiver) {
        receivers.put(path, receiver);
        for (int i = 0; i < path.length(); i++) {
            if (path.charAt(i) == '.' || path.charAt(i) == '[') {
                parents.add(path.substring(0, i));
            } else if (path.charAt(i) == ']') {
                parents.add(path.substring(0, i + 1));
            }
        }
        parents.add("");
        return this;
    }

    /**
     * Reads a file, which may hold several values one after another.
     *
     * @param input closed at the end
     * @throws DamagedJsonException when the file is not JSON from some place on; what precedes was handed out
     */
    public void read(InputStream input) throws IOException {
        try (JsonParser json = JSON.createParser(new ShortStrings(input))) {
            while (json.nextToken() != null) {
                value("", json);
            }
        } catch (JsonProcessingException e) {
            throw new DamagedJsonException(e);
        }
    }

    /**
     * A JSON value in memory.
     *
     * @throws DamagedJsonException when the text is not exactly one value
     */
    public static JsonNode tree(String text) throws DamagedJsonException {
        try (JsonParser json = JSON.createParser(text)) {
            if (json.nextToken() == null) {
                return JSON.nullNode();
            }
            JsonNode value =
                    BoundedTree.read(json).orElseThrow(() -> new JsonParseException(json, "a value that is too large"));
            if (json.nextToken() != null) {
                throw new JsonParseException(json, "text after the value");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new DamagedJsonException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void value(String path, JsonParser json) throws IOException {
        Receiver receiver = receivers.get(path);
        if (receiver != null) {
            receiver.receive(new JsonElement(
                    counts.merge(path, 1L, Long::sum),
                    json.currentTokenLocation().getLineNr(),
                    BoundedTree.read(json)));
        } else if (!parents.contains(path)) {
            json.skipChildren();
        } else if (json.currentToken() == JsonToken.START_OBJECT) {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = PathName.of(path, json.currentName());
                json.nextToken();
                value(field, json);
            }
        } else if (json.currentToken() == JsonToken.START_ARRAY) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                value(path + "[]", json);
            }
        }
    }
}
