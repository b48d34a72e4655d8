package io.multichat.events.erasure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.events.ChatEvent;
import io.multichat.events.EventType;
import io.multichat.events.Placement;
import io.multichat.events.SessionId;
import io.multichat.events.text.Rfc3339;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.util.Optional;

/**
 * The interval of a session that was deleted, in the attributes {@code startedAt} and {@code lastMessageAt} of its
 * {@code session.deleted}. A rebuild adds them: the messages of the session are gone, so that nothing else tells the new generation what
 * must not be accepted again.
 */
public final class DeletedInterval {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ATTRIBUTES = "attributes";
    private static final String STARTED_AT = "startedAt";
    private static final String LAST_MESSAGE_AT = "lastMessageAt";

    private DeletedInterval() {}

    /** The marker of the interval in a {@code session.deleted}; empty if there is none that contains T0 of the session's id. */
    public static Optional<ErasureMarker> of(ChatEvent command) {
        JsonNode attributes = command.content().attributes().orElseGet(JsonNodeFactory.instance::objectNode);
        Optional<SessionId> session = ErasureCommand.of(command).session();
        try {
            ErasureMarker marker = ErasureMarker.ofSession(
                    Rfc3339.parse(attributes.path(STARTED_AT).asText()),
                    Rfc3339.parse(attributes.path(LAST_MESSAGE_AT).asText()));
            return Optional.of(marker)
                    .filter(given -> session.filter(id -> given.from() <= id.t0() && id.t0() <= given.until())
                            .isPresent());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** True if the topology deleted an interval when it placed the event. */
    public static boolean isIn(Placement placement) {
        return placement.kind() == EventType.SESSION_DELETED
                && placement.boundary().isPresent();
    }

    /**
     * An accepted event with the interval if it is a {@code session.deleted}, otherwise the same bytes. Adding it again changes nothing.
     *
     * @param value the bytes of the event
     * @param placement the placement that the topology gave it
     */
    public static byte[] addTo(byte[] value, Placement placement) {
        if (!isIn(placement)) {
            return value;
        }
        try {
            ObjectNode event = (ObjectNode) JSON.readTree(value);
            event.withObject("/" + ATTRIBUTES)
                    .put(STARTED_AT, Rfc3339.format(placement.sentAt()))
                    .put(LAST_MESSAGE_AT, Rfc3339.format(placement.boundary().getAsLong()));
            return JSON.writeValueAsBytes(event);
        } catch (IOException e) {
            throw new UncheckedIOException("an accepted command is not JSON", e);
        }
    }
}
