package io.multichat.formats.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;

/** Builds the tree of one value, unless it is too large; the parser is at its end in either case. */
final class BoundedTree {
    /** Empty objects take few bytes of a file and many of the heap. */
    private static final int MAX_NODES = 1_000_000;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonParser json;
    private final long end;
    private int nodes;
    private boolean tooLarge;

    private BoundedTree(JsonParser json) {
        this.json = json;
        this.end = offset(json.currentTokenLocation()) + JsonElement.MAX_BYTES;
    }

    /** The value at the current token; empty when it is larger than {@link JsonElement#MAX_BYTES} or has too many values. */
    static Optional<JsonNode> read(JsonParser json) throws IOException {
        BoundedTree tree = new BoundedTree(json);
        JsonNode value = tree.value();
        // A single string is not checked before it is read.
        return tree.tooLarge || offset(json.currentLocation()) > tree.end ? Optional.empty() : Optional.of(value);
    }

    private JsonNode value() throws IOException {
        nodes++;
        tooLarge |= nodes > MAX_NODES || offset(json.currentLocation()) > end;
        if (tooLarge) {
            json.skipChildren();
            return NODES.nullNode();
        }
        return switch (json.currentToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> NODES.textNode(json.getText());
            case VALUE_NUMBER_INT -> integer();
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(json.getDoubleValue());
            case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(json.getBooleanValue());
            default -> NODES.nullNode();
        };
    }

    private JsonNode object() throws IOException {
        ObjectNode object = NODES.objectNode();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            object.set(name, value());
        }
        return object;
    }

    private JsonNode array() throws IOException {
        ArrayNode array = NODES.arrayNode();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            array.add(value());
        }
        return array;
    }

    private JsonNode integer() throws IOException {
        return switch (json.getNumberType()) {
            case INT -> NODES.numberNode(json.getIntValue());
            case LONG -> NODES.numberNode(json.getLongValue());
            default -> NODES.numberNode(json.getBigIntegerValue());
        };
    }

    /** In bytes, or in characters if the file is not in UTF-8. */
    private static long offset(JsonLocation location) {
        return Math.max(location.getByteOffset(), location.getCharOffset());
    }
}
