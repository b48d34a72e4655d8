package io.multichat.events.json;

import java.nio.charset.StandardCharsets;

/**
 * Walks over JSON, value by value: objects and arrays at most {@link #MAX_DEPTH} deep. Not thread-safe.
 *
 * <p>{@link #value} says what comes next. Of a number or a literal nothing is left to do then; a string, an object or an
 * array must be read or skipped before the walk goes on.
 */
public final class JsonScanner {
    /** What a value is. */
    public enum JsonType {
        STRING,
        OBJECT,
        ARRAY,
        INTEGER,
        FRACTION,
        BOOLEAN,
        NULL
    }

    /** The deepest nesting that is read; the outermost object is level 1. */
    public static final int MAX_DEPTH = 64;

    private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

    private final JsonTokens tokens;
    private int depth;
    private boolean first;

    public JsonScanner(JsonTokens tokens) {
        this.tokens = tokens;
    }

    public JsonTokens tokens() {
        return tokens;
    }

    public JsonType value() {
        return switch (tokens.next()) {
            case '"' -> JsonType.STRING;
            case '{' -> JsonType.OBJECT;
            case '[' -> JsonType.ARRAY;
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' ->
                tokens.number() ? JsonType.INTEGER : JsonType.FRACTION;
            case 't' -> literal(TRUE, JsonType.BOOLEAN);
            case 'f' -> literal(FALSE, JsonType.BOOLEAN);
            case 'n' -> literal(NULL, JsonType.NULL);
            default -> throw StrictJson.notJson(tokens.position());
        };
    }

    /** Enters the object that all of the text is. */
    public void openRoot() {
        JsonType kind = value();
        int end = tokens.position();
        boolean number = kind == JsonType.INTEGER || kind == JsonType.FRACTION;
        if (number && tokens.next() != JsonTokens.END && tokens.position() == end) {
            throw StrictJson.notJson(end); // a number goes on until a space, so this one is none
        }
        if (kind != JsonType.OBJECT) {
            throw new JsonException(JsonException.Fault.NOT_AN_OBJECT, "the value is not a JSON object");
        }
        open();
    }

    /** Enters an object or an array, which stands next. */
    public void open() {
        if (depth == MAX_DEPTH) {
            throw StrictJson.tooDeep();
        }
        depth++;
        first = true;
        tokens.take((char) tokens.next());
    }

    /** Reads the name of the next field, up to its value; false when the object ends instead, and is left. */
    public boolean field() {
        if (!another('}')) {
            return false;
        }
        if (tokens.next() != '"') {
            throw StrictJson.notJson(tokens.position());
        }
        tokens.string();
        tokens.take(':');
        return true;
    }

    /** True when the array has another element, which stands next; false when it ends instead, and is left. */
    public boolean element() {
        return another(']');
    }

    /** Checks the rest of a value that {@link #value} told the kind of. */
    public void skip(JsonType kind) {
        if (kind == JsonType.STRING) {
            tokens.string();
        } else if (kind == JsonType.OBJECT) {
            open();
            while (field()) {
                skip(value());
            }
        } else if (kind == JsonType.ARRAY) {
            open();
            while (element()) {
                skip(value());
            }
        }
    }

    private boolean another(char end) {
        if (tokens.next() == end) {
            tokens.take(end);
            depth--;
            first = false;
            return false;
        }
        if (!first) {
            tokens.take(',');
        }
        first = false;
        return true;
    }

    private JsonType literal(byte[] word, JsonType kind) {
        tokens.literal(word);
        return kind;
    }
}
