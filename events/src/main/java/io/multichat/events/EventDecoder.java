package io.multichat.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * Reads the bytes of an event. The topology and every sink use this decoder and no other, so that nobody reads the same
 * bytes differently.
 *
 * <p>Strict: UTF-8 without repair and without a byte order mark, one JSON object and nothing after it, known fields at
 * most once and of their type, whole surrogate pairs, at most {@link #MAX_DEPTH} levels. An explicit null is an absent
 * field. Unknown fields are checked to be JSON and otherwise left alone. Thread-safe.
 */
public final class EventDecoder {
    /** The deepest nesting that is read; the event object itself is level 1. */
    public static final int MAX_DEPTH = 64;

    /**
     * The event that the bytes hold.
     *
     * @param value the value of a Kafka record; null is refused like any other invalid value
     * @throws InvalidEventException with one reason: bytes that are no text first, then half a surrogate pair, then what
     *     is found on the way through the object, then what the event as a whole lacks
     */
    public ChatEvent decode(byte[] value) {
        return StrictJson.read(value, EventDecoder::fields).toEvent();
    }

    private static EventFields fields(JsonParser parser) throws IOException {
        EventFields fields = new EventFields();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            EventField field = EventField.ofWireName(name);
            JsonToken token = parser.nextToken();
            if (field == null) {
                parser.skipChildren();
                continue;
            }
            fields.mark(field);
            if (token != JsonToken.VALUE_NULL) {
                fields.put(field, FieldReader.read(field, parser));
            }
        }
        return fields;
    }
}
