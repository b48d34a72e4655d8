package io.multichat.events.codec;

import io.multichat.events.EventField;
import io.multichat.events.InvalidEventException;
import io.multichat.events.RejectReason;
import io.multichat.events.json.JsonScanner;
import io.multichat.events.json.JsonScanner.JsonType;
import io.multichat.events.text.AsciiNames;

/**
 * Validates the content fields of an event without building anything.
 *
 * <p>Rejects numbers beyond the range of a double: JSON readers do not agree on them, and converting an integer of a million
 * digits to a tree would take seconds.
 */
final class ContentScanner {
    /** A sign and the digits of the largest double. */
    private static final int MAX_INTEGER_LENGTH = 310;

    private static final AsciiNames<String> TYPE = new AsciiNames<>(new String[] {"type"}, name -> name);

    private ContentScanner() {}

    /** Validates the value of a field; the scanner has already returned its type. */
    static void check(EventField field, JsonType kind, JsonScanner scanner) {
        switch (field.fieldType()) {
            case PARTS -> parts(kind, scanner);
            case OBJECT -> {
                FieldReader.require(kind, JsonType.OBJECT, field.wireName(), "an object");
                tree(field, kind, scanner);
            }
            default -> {
                FieldReader.require(kind, JsonType.STRING, field.wireName(), "a string");
                scanner.skip(kind);
            }
        }
    }

    /** Skips the value of a field that is known to be valid; the scanner has already returned its type. */
    static void skip(EventField field, JsonType kind, JsonScanner scanner) {
        switch (field.fieldType()) {
            case PARTS -> FieldReader.require(kind, JsonType.ARRAY, field.wireName(), "an array");
            case OBJECT -> FieldReader.require(kind, JsonType.OBJECT, field.wireName(), "an object");
            default -> FieldReader.require(kind, JsonType.STRING, field.wireName(), "a string");
        }
        scanner.skip(kind);
    }

    private static void parts(JsonType kind, JsonScanner scanner) {
        FieldReader.require(kind, JsonType.ARRAY, EventField.PARTS.wireName(), "an array");
        boolean typed = true;
        scanner.open();
        while (scanner.element()) {
            typed &= part(scanner.value(), scanner);
        }
        if (!typed) {
            throw FieldReader.wrongType("each of " + EventField.PARTS.wireName(), "an object with a string type");
        }
    }

    /** True if the part has a string type; if it has several types, the last counts, as in a tree. */
    private static boolean part(JsonType kind, JsonScanner scanner) {
        if (kind != JsonType.OBJECT) {
            tree(EventField.PARTS, kind, scanner);
            return false;
        }
        boolean typed = false;
        scanner.open();
        while (scanner.field()) {
            boolean type = scanner.tokens().named(TYPE) != null;
            JsonType value = scanner.value();
            typed = type ? value == JsonType.STRING : typed;
            tree(EventField.PARTS, value, scanner);
        }
        return typed;
    }

    private static void tree(EventField field, JsonType kind, JsonScanner scanner) {
        switch (kind) {
            case OBJECT -> {
                scanner.open();
                while (scanner.field()) {
                    tree(field, scanner.value(), scanner);
                }
            }
            case ARRAY -> {
                scanner.open();
                while (scanner.element()) {
                    tree(field, scanner.value(), scanner);
                }
            }
            case INTEGER -> requireRange(field, scanner.tokens().textBytes() <= MAX_INTEGER_LENGTH);
            case FRACTION ->
                requireRange(
                        field,
                        !Double.isInfinite(Double.parseDouble(scanner.tokens().text())));
            default -> scanner.skip(kind);
        }
    }

    private static void requireRange(EventField field, boolean inRange) {
        if (!inRange) {
            throw new InvalidEventException(
                    RejectReason.INVALID_VALUE, field.wireName() + " holds a number beyond the range of a double");
        }
    }
}
