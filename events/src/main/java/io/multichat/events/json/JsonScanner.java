package io.multichat.events.json;

import java.nio.charset.StandardCharsets;

/**
 * Scans JSON value by value, with objects and arrays nested at most {@link #MAX_DEPTH} deep. Not thread-safe.
 *
 * <p>{@link #value} returns the type of the next value. A number or a literal is then consumed; a string, an object or an array
 * must be read or skipped before the scan continues.
 */
public final class JsonScanner {
    /** The type of a JSON value. */
    public enum JsonType {
        STRING,
        OBJECT,
        ARRAY,
        INTEGER,
        FRACTION,
        BOOLEAN,
        NULL
    }

    /** The maximum nesting depth; the outermost object is level 1. */
    public static final int MAX_DEPTH = 64;

    private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

    private final JsonTokens tokens;
    private int depth;
    private boolean first;

    /** Creates a scanner that consumes these tokens. */
    public JsonScanner(JsonTokens tokens) {
        this.tokens = tokens;
    }

    /** The tokens, for the text of the current string or number. */
    public JsonTokens tokens() {
        return tokens;
    }

    /** The type of the next value; consumes numbers and literals. */
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

    /** Enters the top-level object. */
    public void openRoot() {
        JsonType type = value();
        int end = tokens.position();
        boolean number = type == JsonType.INTEGER || type == JsonType.FRACTION;
        if (number && tokens.next() != JsonTokens.END && tokens.position() == end) {
            throw StrictJson.notJson(end); // a number must be followed by white space here, so this is not a number
        }
        if (type != JsonType.OBJECT) {
            throw new JsonException(JsonException.Fault.NOT_AN_OBJECT, "the value is not a JSON object");
        }
        open();
    }

    /** Enters the next value, an object or an array. */
    public void open() {
        if (depth == MAX_DEPTH) {
            throw StrictJson.tooDeep();
        }
        depth++;
        first = true;
        tokens.take((char) tokens.next());
    }

    /** Reads the name of the next field and stops before its value; false at the end of the object, which is then left. */
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

    /** True if the array has another element, which comes next; false at the end of the array, which is then left. */
    public boolean element() {
        return another(']');
    }

    /** Validates and skips the rest of a value whose type {@link #value} returned. */
    public void skip(JsonType type) {
        if (type == JsonType.STRING) {
            tokens.string();
        } else if (type == JsonType.OBJECT) {
            open();
            while (field()) {
                skip(value());
            }
        } else if (type == JsonType.ARRAY) {
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

    private JsonType literal(byte[] word, JsonType type) {
        tokens.literal(word);
        return type;
    }
}
