package io.multichat.events.codec;

import io.multichat.events.EventField;
import io.multichat.events.EventType;
import io.multichat.events.InvalidEventException;
import io.multichat.events.RejectReason;
import io.multichat.events.json.JsonScanner;
import io.multichat.events.json.JsonScanner.JsonType;
import io.multichat.events.text.Rfc3339;
import io.multichat.events.text.WholeNumbers;
import java.time.DateTimeException;
import java.util.Optional;

/** Reads the value of a known field outside the content; the scanner has already returned its type. */
final class FieldReader {
    private static final int LONGEST_INT64 = "-9223372036854775808".length();

    private FieldReader() {}

    /** The value as the field requires: a string, a {@code Long}, the sender, or the event type (empty if unknown). */
    static Object read(EventField field, JsonType kind, JsonScanner scanner) {
        return switch (field.fieldType()) {
            case TYPE -> type(kind, scanner);
            case TIME -> time(field.wireName(), kind, scanner);
            case INTEGER -> integer(field.wireName(), kind, scanner);
            case SENDER -> SenderReader.read(kind, scanner);
            default -> string(field.wireName(), kind, scanner);
        };
    }

    static String string(String name, JsonType kind, JsonScanner scanner) {
        require(kind, JsonType.STRING, name, "a string");
        scanner.tokens().string();
        return scanner.tokens().text();
    }

    private static Optional<EventType> type(JsonType kind, JsonScanner scanner) {
        require(kind, JsonType.STRING, EventField.TYPE.wireName(), "a string");
        scanner.tokens().string();
        return Optional.ofNullable(scanner.tokens().named(EventType.NAMES));
    }

    private static Long time(String name, JsonType kind, JsonScanner scanner) {
        try {
            return Rfc3339.parse(string(name, kind, scanner));
        } catch (DateTimeException e) {
            throw new InvalidEventException(RejectReason.INVALID_VALUE, name + ": " + e.getMessage(), e);
        }
    }

    private static Long integer(String name, JsonType kind, JsonScanner scanner) {
        require(kind, JsonType.INTEGER, name, "an integer");
        try {
            if (scanner.tokens().textBytes() <= LONGEST_INT64) {
                return WholeNumbers.parseLong(scanner.tokens().text());
            }
        } catch (NumberFormatException e) {
            throw tooLarge(name, e);
        }
        throw tooLarge(name, null);
    }

    /**
     * Requires a value to have a JSON type.
     *
     * @param name the name of the field, for the error message
     * @param expected the required type in words, for the error message
     */
    static void require(JsonType kind, JsonType required, String name, String expected) {
        if (kind != required) {
            throw wrongType(name, expected);
        }
    }

    static InvalidEventException wrongType(String name, String expected) {
        return new InvalidEventException(RejectReason.WRONG_TYPE, name + " is not " + expected);
    }

    private static InvalidEventException tooLarge(String name, Throwable cause) {
        return new InvalidEventException(RejectReason.INVALID_VALUE, name + " does not fit 64 bits", cause);
    }
}
