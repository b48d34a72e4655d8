package io.multichat.events.codec;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.events.InvalidEventException;
import io.multichat.events.RejectReason;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * Typed access to the fields of a JSON object; an explicit null means an absent field.
 *
 * @param path the prefix of field names in error messages: empty, or the name of the object and a dot
 * @param json the object
 */
record SnapshotFields(String path, JsonNode json) {
    SnapshotFields object(String field) {
        return optionalObject(field).orElseThrow(() -> missing(path + field));
    }

    Optional<SnapshotFields> optionalObject(String field) {
        Optional<JsonNode> value = value(field);
        if (value.isPresent() && !value.get().isObject()) {
            throw FieldReader.wrongType(path + field, "an object");
        }
        return value.map(object -> new SnapshotFields(path + field + ".", object));
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

    /**
     * The value of a required integer.
     *
     * @throws InvalidEventException if the field is not a 64-bit integer
     */
    long number(String field) {
        JsonNode number = value(field).orElseThrow(() -> missing(path + field));
        if (!number.isIntegralNumber() || !number.canConvertToLong()) {
            throw FieldReader.wrongType(path + field, "a 64-bit integer");
        }
        return number.longValue();
    }

    /**
     * The value of an optional integer, 0 by default.
     *
     * @throws InvalidEventException if the field is not a 64-bit integer
     */
    long numberOrZero(String field) {
        return value(field).isEmpty() ? 0 : number(field);
    }

    boolean flag(String field) {
        JsonNode flag = value(field).orElseThrow(() -> missing(path + field));
        if (!flag.isBoolean()) {
            throw FieldReader.wrongType(path + field, "a boolean");
        }
        return flag.booleanValue();
    }

    /** The constant whose wire name the field contains; empty if the field is absent. */
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
}
