package io.multichat.formats.jsonl;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.events.ChatEvent;
import io.multichat.events.EventType;
import io.multichat.events.codec.EventDecoder;
import io.multichat.events.codec.EventEncoder;
import io.multichat.events.json.StrictJson;
import io.multichat.events.text.Rfc3339;
import io.multichat.formats.FoundMessage;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Finds the edit or the delete whose time a created message contains. Used by one thread. */
final class ShownVersion {
    private static final String DELETED = "deletedAt";
    private static final String EDITED = "editedAt";
    /** The end of both names. */
    private static final String END = "tedAt\"";

    private final EventDecoder decoder = new EventDecoder();
    private final EventEncoder encoder = new EventEncoder();

    /**
     * An event of its own for what the message shows.
     *
     * @param event an event of any type
     * @return the delete, or else the edit; empty if the event is not a created message or contains neither time
     * @throws io.multichat.events.InvalidEventException when the event is not valid
     */
    Optional<byte[]> of(byte[] event) {
        if (!new String(event, StandardCharsets.ISO_8859_1).contains(END)) {
            return Optional.empty();
        }
        ChatEvent created = decoder.decode(event);
        JsonNode times = StrictJson.tree(event, 0);
        boolean deleted = times.path(DELETED).isTextual();
        if (created.type() != EventType.MESSAGE_CREATED
                || (!deleted && !times.path(EDITED).isTextual())) {
            return Optional.empty();
        }
        FoundMessage message = new FoundMessage(
                created.conversation(),
                created.messageId(),
                created.sender().orElseThrow(),
                created.at(),
                created.content());
        long at = Rfc3339.parse(times.path(deleted ? DELETED : EDITED).asText());
        return Optional.of(encoder.encode(deleted ? message.deleted(at) : message.edited(at)));
    }
}
