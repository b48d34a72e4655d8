package io.multichat.events.codec;

import io.multichat.events.ChatEvent;
import io.multichat.events.Content;
import io.multichat.events.Conversation;
import io.multichat.events.EventField;
import io.multichat.events.InvalidEventException;
import io.multichat.events.RejectReason;
import io.multichat.events.json.JsonException;
import io.multichat.events.json.JsonScanner;
import io.multichat.events.json.JsonScanner.JsonType;
import io.multichat.events.json.JsonTokens;
import io.multichat.events.json.StrictText;
import java.util.Optional;

/**
 * Decodes events. The topology and every sink use only this decoder, so that all of them read the same bytes in the same way.
 *
 * <p>Strict: UTF-8 without repair or byte order mark, a single JSON object, known fields at most once and of the right type,
 * no unpaired surrogates, at most {@link #MAX_DEPTH} levels. An explicit null means an absent field. Unknown fields must be
 * valid JSON and are otherwise ignored. Thread-safe.
 *
 * <p>Everything is validated at once, but the {@link Content} is parsed from the bytes on demand, so the bytes must not
 * change while the event is in use.
 */
public final class EventDecoder {
    /** The maximum nesting depth; the event object itself is level 1. */
    public static final int MAX_DEPTH = JsonScanner.MAX_DEPTH;

    /**
     * Decodes an event.
     *
     * @param value the value of a Kafka record; null is rejected like any other invalid value
     * @throws InvalidEventException if the event is invalid. It states one reason: invalid UTF-8 first, then unpaired
     *     surrogates, then the first problem in the order of the fields, then missing fields
     */
    public ChatEvent decode(byte[] value) {
        try {
            StrictText.require(value);
            return fields(value, Optional.empty()).toEvent(value);
        } catch (JsonException e) {
            throw InvalidEventException.of(e);
        }
    }

    /**
     * Decodes an event that {@link #decode} has accepted before, with the same result but at less cost: nothing is validated
     * that can be skipped.
     *
     * @param value the bytes of the event, unchanged
     * @param conversation the conversation of the event
     * @throws InvalidEventException if the bytes are so different that the fields cannot be read
     */
    public ChatEvent decodeAccepted(byte[] value, Conversation conversation) {
        try {
            return fields(value, Optional.of(conversation)).toEvent(value);
        } catch (JsonException e) {
            throw InvalidEventException.of(e);
        }
    }

    private static EventFields fields(byte[] value, Optional<Conversation> known) {
        JsonTokens tokens = new JsonTokens(value, 0);
        JsonScanner scanner = new JsonScanner(tokens);
        EventFields fields = new EventFields(known);
        ContentReader contents = known.isPresent() ? ContentScanner::skip : ContentScanner::check;
        scanner.openRoot();
        while (scanner.field()) {
            EventField field = tokens.named(EventField.NAMES);
            JsonType kind = scanner.value();
            if (field == null || (known.isPresent() && field.isOfConversation())) {
                scanner.skip(kind);
                continue;
            }
            fields.mark(field);
            if (kind == JsonType.NULL) {
                continue;
            }
            if (field.isContent()) {
                int start = tokens.position();
                contents.read(field, kind, scanner);
                fields.putContent(field, start, tokens.textBytes());
            } else {
                fields.put(field, FieldReader.read(field, kind, scanner));
            }
        }
        if (tokens.next() != JsonTokens.END) {
            throw new InvalidEventException(RejectReason.NOT_JSON, "something follows the JSON object");
        }
        return fields;
    }

    /** Reads the value of a content field; the scanner has already returned its type. */
    private interface ContentReader {
        void read(EventField field, JsonType kind, JsonScanner scanner);
    }
}
