package io.multichat.events.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One field of a JSON object, as a slice of the object's bytes, so that it can be copied unchanged.
 *
 * @param name the name, without escapes
 * @param json the bytes of the object
 * @param from the offset of the name's quote
 * @param valueFrom the offset of the value
 * @param to the offset after the value
 */
public record JsonField(String name, byte[] json, int from, int valueFrom, int to) {
    /**
     * The fields of an object in their order, including repeated names.
     *
     * @param object a single JSON object in UTF-8
     * @throws JsonException if the bytes are not a JSON object
     */
    public static List<JsonField> of(byte[] object) {
        List<JsonField> fields = new ArrayList<>();
        JsonTokens tokens = new JsonTokens(object, 0);
        JsonScanner scanner = new JsonScanner(tokens);
        scanner.openRoot();
        int end = tokens.position();
        while (scanner.field()) {
            String name = tokens.text();
            int from = quote(object, end);
            tokens.next();
            int valueFrom = tokens.position();
            scanner.skip(scanner.value());
            end = tokens.position();
            fields.add(new JsonField(name, object, from, valueFrom, end));
        }
        return fields;
    }

    /** The value as JSON. */
    public String value() {
        return text(valueFrom);
    }

    /** The name and the value as JSON, such as {@code "text": "hi"}. */
    public String member() {
        return text(from);
    }

    /** Between two fields, only a comma and white space precede the quote of the name. */
    private static int quote(byte[] object, int from) {
        int at = from;
        while (object[at] != '"') {
            at++;
        }
        return at;
    }

    private String text(int start) {
        return new String(json, start, to - start, StandardCharsets.UTF_8);
    }
}
