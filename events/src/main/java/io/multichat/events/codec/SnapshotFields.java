package io.multichat.events.codec;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.events.InvalidEventException;
import io.multichat.events.RejectReason;
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

    /** @throws InvalidEventException when the field is not an integer of 64 bits */
    long number(String field) {
        JsonNode number = value(field).orElseThrow(() -> missing(path + field));
        if (!number.isIntegralNumber() || !number.canConvertToLong()) {
            throw FieldReader.wrongType(path + field, "an integer of 64 bits");
        }
        return number.longValue();
    }

    /** Zero when the field is absent. @throws InvalidEventException when it is not an integer of 64 bits */
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
}
