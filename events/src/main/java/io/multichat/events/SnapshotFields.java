package io.multichat.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * The fields of a JSON object, each demanded in its type; an explicit null is an absent field.
 *
 * @param path what stands before the names of the fields in errors: empty, or the name of the object and a dot
 * @param json the object
 */
record SnapshotFields(String path, JsonNode json) {
    SnapshotFields object(String field) {
        return new SnapshotFields(
                path + field + ".", require(field, value(field).filter(JsonNode::isObject), "an object"));
    }

    String text(String field) {
        return optionalText(field).orElseThrow(() -> missing(path + field));
    }

    Optional<String> optionalText(String field) {
        Optional<JsonNode> value = value(field);
        if (value.isPresent() && !value.get().isTextual()) {
            throw FieldReader.wrongType(path + field, "a string");
        }
        return value.map(JsonNode::textValue);
    }

    /** @throws InvalidEventException when the field is not an integer of 64 bits */
    long number(String field) {
        JsonNode number = value(field).orElseThrow(() -> missing(path + field));
        if (!number.isIntegralNumber() || !number.canConvertToLong()) {
            throw FieldReader.wrongType(path + field, "an integer of 64 bits");
        }
        return number.longValue();
    }

    boolean flag(String field) {
        return require(field, value(field).filter(JsonNode::isBoolean), "a boolean")
                .booleanValue();
    }

    /** The constant with the wire name that the field holds; empty when the field is absent. */
    <T> Optional<T> oneOf(String field, T[] constants, Function<T, String> wireName) {
        return optionalText(field)
                .map(text -> Arrays.stream(constants)
                        .filter(constant -> wireName.apply(constant).equals(text))
                        .findFirst()
                        .orElseThrow(() -> new InvalidEventException(
                                RejectReason.INVALID_VALUE, path + field + " has an unknown value")));
    }

    static InvalidEventException missing(String field) {
        return new InvalidEventException(RejectReason.MISSING_FIELD, field + " is missing");
    }

    private Optional<JsonNode> value(String field) {
        return Optional.ofNullable(json.get(field)).filter(value -> !value.isNull());
    }

    private JsonNode require(String field, Optional<JsonNode> value, String kind) {
        if (value.isPresent()) {
            return value.get();
        }
        throw value(field).isEmpty() ? missing(path + field) : FieldReader.wrongType(path + field, kind);
    }
}
