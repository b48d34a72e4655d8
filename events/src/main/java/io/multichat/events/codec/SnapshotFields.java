package io.multichat.events.codec;

import io.multichat.events.InvalidEventException;
import io.multichat.events.RejectReason;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * The fields of a snapshot, or of an object in it, with typed access. Values are strings, {@code Long}s, {@code Boolean}s and
 * {@code SnapshotFields}.
 */
final class SnapshotFields {
    private final String path;
    private final Object[] values = new Object[SnapshotField.values().length];

    /** @param path the prefix of field names in error messages: empty, or the name of the object and a dot */
    SnapshotFields(String path) {
        this.path = path;
    }

    /** Stores a value; null for a JSON null, so that the field is absent. If a field is given twice, the last value counts. */
    void put(SnapshotField field, Object value) {
        values[field.ordinal()] = value;
    }

    /**
     * The value of a required field.
     *
     * @throws InvalidEventException if the field is absent or has another type
     */
    <T> T get(SnapshotField field, Class<T> type) {
        return find(field, type).orElseThrow(() -> missing(field));
    }

    /**
     * The value of an optional field.
     *
     * @throws InvalidEventException if the field has another type
     */
    <T> Optional<T> find(SnapshotField field, Class<T> type) {
        Object value = values[field.ordinal()];
        if (value != null && !type.isInstance(value)) {
            throw FieldReader.wrongType(path + field.wireName(), inWords(type));
        }
        return Optional.ofNullable(type.cast(value));
    }

    /** The constant whose wire name the field contains; empty if the field is absent. */
    <T> Optional<T> oneOf(SnapshotField field, T[] constants, Function<T, String> wireName) {
        return find(field, String.class)
                .map(text -> Arrays.stream(constants)
                        .filter(constant -> wireName.apply(constant).equals(text))
                        .findFirst()
                        .orElseThrow(() -> new InvalidEventException(
                                RejectReason.INVALID_VALUE, path + field.wireName() + " has an unknown value")));
    }

    InvalidEventException missing(SnapshotField field) {
        return new InvalidEventException(RejectReason.MISSING_FIELD, path + field.wireName() + " is missing");
    }

    private static String inWords(Class<?> type) {
        if (type == Long.class) {
            return "a 64-bit integer";
        }
        if (type == Boolean.class) {
            return "a boolean";
        }
        return type == String.class ? "a string" : "an object";
    }
}
