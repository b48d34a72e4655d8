package io.multichat.formats.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** Finds which paths occur at the beginning of a JSON file. */
public final class JsonPaths {
    private static final JsonFactory JSON = new JsonFactory();

    /** A file with more is not recognized by the rest. */
    private static final int MAX_PATHS = 2_000;

    private JsonPaths() {}

    /**
     * The paths of all values in the first JSON value, as far as it is contained in these bytes: {@code messages},
     * {@code messages[]}, {@code messages[].author.id}; the elements of an array at the root are {@code []}. Empty when the bytes
     * do not begin with an object or an array.
     */
    public static Set<String> of(byte[] head) {
        Set<String> paths = new HashSet<>();
        Deque<String> parents = new ArrayDeque<>();
        try (JsonParser json = JSON.createParser(head)) {
            String path = "";
            for (JsonToken token = json.nextToken();
                    token != null && paths.size() < MAX_PATHS;
                    token = json.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    path = PathName.of(parents.element(), json.currentName());
                    continue;
                }
                if (token.isStructEnd()) {
                    path = parents.remove();
                } else {
                    paths.add(path);
                    if (token.isStructStart()) {
                        parents.push(path);
                    }
                }
                path = json.getParsingContext().inArray() ? parents.element() + "[]" : path;
                if (parents.isEmpty()) {
                    break;
                }
            }
        } catch (IOException e) {
            // The end of the head, or not JSON: what was found before counts.
            paths.remove("");
            return paths;
        }
        paths.remove("");
        return paths;
    }
}
