package io.multichat.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;

/** Reads the value of one known field; the parser stands on the value's first token and is left on its last. */
final class FieldReader {
    private static final int LONGEST_INT64 = "-9223372036854775808".length();

    private FieldReader() {}

    static Object read(EventField field, JsonParser parser) throws IOException {
        return switch (field.kind()) {
            case STRING -> string(field.wireName(), parser);
            case TIME -> time(field.wireName(), parser);
            case INTEGER -> integer(field.wireName(), parser);
            case SENDER -> SenderReader.read(parser);
            case PARTS -> parts(parser);
            case OBJECT -> object(field.wireName(), parser);
        };
    }

    static String string(String name, JsonParser parser) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            throw wrongType(name, "a string");
        }
        return parser.getText();
    }

    private static Long time(String name, JsonParser parser) throws IOException {
        try {
            return Rfc3339.parse(string(name, parser));
        } catch (DateTimeException e) {
            throw new InvalidEventException(RejectReason.INVALID_VALUE, name + ": " + e.getMessage(), e);
        }
    }

    private static Long integer(String name, JsonParser parser) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_NUMBER_INT)) {
            throw wrongType(name, "an integer");
        }
        if (parser.getTextLength() > LONGEST_INT64 || parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            throw new InvalidEventException(RejectReason.INVALID_VALUE, name + " does not fit 64 bits");
        }
        return parser.getLongValue();
    }

    private static ArrayNode parts(JsonParser parser) throws IOException {
        String name = EventField.PARTS.wireName();
        if (!parser.isExpectedStartArrayToken()) {
            throw wrongType(name, "an array");
        }
        ArrayNode parts = new TreeParser(name, parser).readValueAsTree();
        for (JsonNode part : parts) {
            if (!part.path("type").isTextual()) {
                throw wrongType("each of " + name, "an object with a string type");
            }
        }
        return parts;
    }

    private static ObjectNode object(String name, JsonParser parser) throws IOException {
        if (!parser.isExpectedStartObjectToken()) {
            throw wrongType(name, "an object");
        }
        return new TreeParser(name, parser).readValueAsTree();
    }

    static InvalidEventException wrongType(String name, String expected) {
        return new InvalidEventException(RejectReason.WRONG_TYPE, name + " is not " + expected);
    }
}
