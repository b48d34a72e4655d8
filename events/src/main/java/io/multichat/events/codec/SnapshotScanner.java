package io.multichat.events.codec;

import io.multichat.events.InvalidEventException;
import io.multichat.events.RejectReason;
import io.multichat.events.json.JsonScanner;
import io.multichat.events.json.JsonScanner.JsonType;
import io.multichat.events.json.JsonTokens;
import io.multichat.events.json.StrictText;
import io.multichat.events.text.WholeNumbers;

/** Reads the known fields of a snapshot in one pass over its bytes; unknown fields must be valid JSON and are skipped. */
final class SnapshotScanner {
    /** Stands for a value that no field of a snapshot can have: a list, a fraction, or an integer beyond 64 bits. */
    private static final Object UNUSABLE = new Object();

    private final JsonTokens tokens;
    private final JsonScanner scanner;

    private SnapshotScanner(byte[] json) {
        tokens = new JsonTokens(json, 0);
        scanner = new JsonScanner(tokens);
    }

    /**
     * The fields of a snapshot.
     *
     * @throws io.multichat.events.json.JsonException if the bytes are null or not a single JSON object
     */
    static SnapshotFields scan(byte[] json) {
        StrictText.require(json);
        SnapshotScanner snapshot = new SnapshotScanner(json);
        snapshot.scanner.openRoot();
        SnapshotFields fields = snapshot.object("");
        if (snapshot.tokens.next() != JsonTokens.END) {
            throw new InvalidEventException(RejectReason.NOT_JSON, "something follows the JSON object");
        }
        return fields;
    }

    /** The rest of the object that was entered last. */
    private SnapshotFields object(String path) {
        SnapshotFields fields = new SnapshotFields(path);
        while (scanner.field()) {
            SnapshotField field = tokens.named(SnapshotField.NAMES);
            if (field == null) {
                scanner.skip(scanner.value());
            } else {
                fields.put(field, value(path, field));
            }
        }
        return fields;
    }

    /** The next value; null for a JSON null. */
    private Object value(String path, SnapshotField field) {
        boolean isTrue = tokens.next() == 't';
        JsonType type = scanner.value();
        switch (type) {
            case STRING -> {
                tokens.string();
                return tokens.text();
            }
            case INTEGER -> {
                return integer();
            }
            case BOOLEAN -> {
                return isTrue;
            }
            case OBJECT -> {
                scanner.open();
                return object(path + field.wireName() + ".");
            }
            case NULL -> {
                return null;
            }
            default -> {
                scanner.skip(type);
                return UNUSABLE;
            }
        }
    }

    private Object integer() {
        try {
            return WholeNumbers.parseLong(tokens.text());
        } catch (NumberFormatException e) {
            return UNUSABLE;
        }
    }
}
