package io.multichat.events.codec;

import io.multichat.events.EventField;
import io.multichat.events.InvalidEventException;
import io.multichat.events.RejectReason;
import io.multichat.events.json.JsonScanner;
import io.multichat.events.json.JsonScanner.JsonType;
import io.multichat.events.text.AsciiNames;

/**
 * Checks the fields of an event that make its content, and builds nothing.
 *
 * <p>Refuses numbers that no double can hold: they are beyond what readers of JSON agree on, and an integer of a million
 * digits would take whoever builds the tree seconds to convert.
 */
final class ContentScanner {
    /** A sign and the digits of the largest double. */
    private static final int MAX_INTEGER_LENGTH = 310;

    private static final AsciiNames<String> TYPE = new AsciiNames<>(new String[] {"type"}, name -> name);

    private ContentScanner() {}

    /** Reads the value of a field, of which the scanner has told the kind. */
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

    /** True when the part has a type that is a string; of several types the last counts, as it does in a tree. */
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
