package io.multichat.events.codec;

import io.multichat.events.InvalidEventException;
import io.multichat.events.RejectReason;
import io.multichat.events.Sender;
import io.multichat.events.json.JsonScanner;
import io.multichat.events.json.JsonScanner.JsonType;
import io.multichat.events.json.JsonTokens;
import io.multichat.events.text.AsciiNames;
import java.util.Locale;
import java.util.Optional;

/** Reads the object {@code sender}; the scanner has already returned its type. */
final class SenderReader {
    private enum Field {
        ID,
        NAME,
        ROLE
    }

    private static final AsciiNames<Field> FIELDS =
            new AsciiNames<>(Field.values(), field -> field.name().toLowerCase(Locale.ROOT));

    private String id;
    private String name;
    /** Empty for an unknown role. */
    private Optional<Sender.Role> role = Optional.of(Sender.Role.USER);

    private int seen;

    private SenderReader() {}

    static Sender read(JsonType kind, JsonScanner scanner) {
        FieldReader.require(kind, JsonType.OBJECT, "sender", "an object");
        SenderReader reader = new SenderReader();
        scanner.open();
        while (scanner.field()) {
            Field field = scanner.tokens().named(FIELDS);
            JsonType value = scanner.value();
            if (field == null) {
                scanner.skip(value);
                continue;
            }
            if (value != JsonType.NULL) {
                reader.read(field, value, scanner.tokens());
            }
            reader.mark(field);
        }
        return reader.sender();
    }

    private void read(Field field, JsonType kind, JsonTokens tokens) {
        if (kind != JsonType.STRING) {
            throw FieldReader.wrongType(path(field), "a string");
        }
        tokens.string();
        switch (field) {
            case ID -> id = tokens.text();
            case NAME -> name = tokens.text();
            case ROLE -> role = Optional.ofNullable(tokens.named(Sender.Role.NAMES));
        }
    }

    private void mark(Field field) {
        int bit = 1 << field.ordinal();
        if ((seen & bit) != 0) {
            throw new InvalidEventException(RejectReason.DUPLICATE_FIELD, path(field) + " is given twice");
        }
        seen |= bit;
    }

    private Sender sender() {
        if (id == null) {
            throw new InvalidEventException(RejectReason.MISSING_FIELD, "sender.id is missing");
        }
        return new Sender(id, Optional.ofNullable(name), role.orElseThrow(Sender.Role::unknown));
    }

    private static String path(Field field) {
        return "sender." + field.name().toLowerCase(Locale.ROOT);
    }
}
