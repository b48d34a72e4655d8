package io.multichat.events.codec;

import io.multichat.events.ChatEvent;
import io.multichat.events.Content;
import io.multichat.events.EventField;
import io.multichat.events.InvalidEventException;
import io.multichat.events.RejectReason;
import io.multichat.events.json.JsonException;
import io.multichat.events.json.JsonScanner;
import io.multichat.events.json.JsonScanner.JsonType;
import io.multichat.events.json.JsonTokens;
import io.multichat.events.json.StrictText;

/**
 * Reads the bytes of an event. The topology and every sink use this decoder and no other, so that nobody reads the same
 * bytes differently.
 *
 * <p>Strict: UTF-8 without repair and without a byte order mark, one JSON object and nothing after it, known fields at
 * most once and of their type, whole surrogate pairs, at most {@link #MAX_DEPTH} levels. An explicit null is an absent
 * field. Unknown fields are checked to be JSON and otherwise left alone. Thread-safe.
 *
 * <p>All is checked at once; the {@link Content} is built from the bytes whenever it is asked for, so the bytes must not be
 * changed as long as the event is in use.
 */
public final class EventDecoder {
    /** The deepest nesting that is read; the event object itself is level 1. */
    public static final int MAX_DEPTH = JsonScanner.MAX_DEPTH;

    /**
     * The event that the bytes hold.
     *
     * @param value the value of a Kafka record; null is refused like any other invalid value
     * @throws InvalidEventException with one reason: bytes that are no text first, then half a surrogate pair, then what
     *     is found on the way through the object, then what the event as a whole lacks
     */
    public ChatEvent decode(byte[] value) {
        try {
            return fields(value).toEvent(value);
        } catch (JsonException e) {
            throw InvalidEventException.of(e);
        }
    }

    private static EventFields fields(byte[] value) {
        StrictText.require(value);
        JsonTokens tokens = new JsonTokens(value, 0);
        EventFields fields = fields(new JsonScanner(tokens), tokens);
        if (tokens.next() != JsonTokens.END) {
            throw new InvalidEventException(RejectReason.NOT_JSON, "something follows the JSON object");
        }
        return fields;
    }

    private static EventFields fields(JsonScanner scanner, JsonTokens tokens) {
        EventFields fields = new EventFields();
        scanner.openRoot();
        while (scanner.field()) {
            EventField field = tokens.named(EventField.NAMES);
            JsonType kind = scanner.value();
            if (field == null) {
                scanner.skip(kind);
                continue;
            }
            fields.mark(field);
            if (kind == JsonType.NULL) {
                continue;
            }
            if (field.isContent()) {
                int start = tokens.position();
                ContentScanner.check(field, kind, scanner);
                fields.putContent(field, start, tokens.textBytes());
            } else {
                fields.put(field, FieldReader.read(field, kind, scanner));
            }
        }
        return fields;
    }
}
