package io.multichat.formats.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reads fields that may be absent, null or of an unexpected type. */
public final class JsonFields {
    private JsonFields() {}

    /** The field if it is a text or a number, as text; empty if it is absent or an empty text. */
    public static Optional<String> text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isTextual() || value.isNumber()
                ? Optional.of(value.asText()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    /** The field if it is a number, or a text that is one; its fraction is cut off. */
    public static OptionalLong number(JsonNode object, String field) {
        return scaled(object, field, 0);
    }

    /** The field if it is a number of seconds, or a text that is one, in milliseconds; smaller fractions are cut off. */
    public static OptionalLong seconds(JsonNode object, String field) {
        return scaled(object, field, 3);
    }

    /**
     * All fields but these, for the attributes of an event: an object that holds only an object of this name. Fields that are
     * null, or an empty text, array or object, are left out; the result is empty if none remains.
     */
    public static Optional<ObjectNode> rest(String name, JsonNode object, Set<String> without) {
        ObjectNode rest = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            JsonNode value = field.getValue();
            boolean empty = value.isNull()
                    || (value.isContainerNode() && value.isEmpty())
                    || (value.isTextual() && value.asText().isEmpty());
            if (!empty && !without.contains(field.getKey())) {
                rest.set(field.getKey(), value);
            }
        }
        return rest.isEmpty()
                ? Optional.empty()
                : Optional.of(JsonNodeFactory.instance.objectNode().set(name, rest));
    }

    private static OptionalLong scaled(JsonNode object, String field, int digits) {
        JsonNode value = number(object.path(field));
        if (!value.isNumber()) {
            return OptionalLong.empty();
        }
        try {
            // A double becomes the decimal number with the fewest digits, which is the one in the file.
            return OptionalLong.of(value.decimalValue()
                    .movePointRight(digits)
                    .setScale(0, RoundingMode.FLOOR)
                    .longValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    private static JsonNode number(JsonNode value) {
        try {
            return value.isTextual() ? JsonDocument.tree(value.asText()) : value;
        } catch (DamagedJsonException e) {
            return value;
        }
    }
}
