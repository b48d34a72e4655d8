package io.multichat.events.erasure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.events.ChatEvent;
import io.multichat.events.Content;
import io.multichat.events.Conversation;
import io.multichat.events.InvalidEventException;
import io.multichat.events.RejectReason;
import io.multichat.events.SessionId;
import io.multichat.events.text.Rfc3339;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of a command, which are members of the event's {@code attributes}. Other members, such as who gave the command and
 * why, are kept and not interpreted.
 *
 * @param session {@code session}: the id of the session to delete, which may have been merged into another one
 * @param participant {@code participant}: who is erased, or whose events a hold protects; a hold without one protects everybody's
 * @param hold {@code hold}: the id of a hold, unique in its conversation; at most 512 bytes of UTF-8
 * @param from {@code from}: the first time that a hold protects, in UTC milliseconds; 0 by default
 * @param until {@code until}: the last time that a hold protects, in UTC milliseconds; {@link ChatEvent#MAX_TIME} by default
 */
public record ErasureCommand(
        Optional<SessionId> session,
        Optional<ParticipantHash> participant,
        Optional<String> hold,
        long from,
        long until) {
    /**
     * The parameters of a command; those that its type does not have are not interpreted.
     *
     * @throws InvalidEventException if a required member is missing or a member is invalid; the message names it
     */
    public static ErasureCommand of(ChatEvent command) {
        JsonNode attributes = command.content().attributes().orElseGet(JsonNodeFactory.instance::objectNode);
        return switch (command.type()) {
            case SESSION_DELETED -> ofSession(session(command.conversation(), required(attributes, "session")));
            case PARTICIPANT_ERASED -> ofParticipant(new ParticipantHash(required(attributes, "participant")));
            default ->
                new ErasureCommand(
                        Optional.empty(),
                        text(attributes, "participant").map(ParticipantHash::new),
                        Optional.of(hold(required(attributes, "hold"))),
                        time(attributes, "from", 0),
                        time(attributes, "until", ChatEvent.MAX_TIME));
        };
    }

    /** The parameters of a {@code session.deleted}. */
    public static ErasureCommand ofSession(SessionId session) {
        return new ErasureCommand(Optional.of(session), Optional.empty(), Optional.empty(), 0, ChatEvent.MAX_TIME);
    }

    /** The parameters of a {@code participant.erased}. */
    public static ErasureCommand ofParticipant(ParticipantHash participant) {
        return new ErasureCommand(Optional.empty(), Optional.of(participant), Optional.empty(), 0, ChatEvent.MAX_TIME);
    }

    /** The parameters of a {@code hold.set}; a {@code hold.cleared} needs only the id. */
    public static ErasureCommand ofHold(String id, Optional<ParticipantHash> participant, long from, long until) {
        return new ErasureCommand(Optional.empty(), participant, Optional.of(id), from, until);
    }

    /**
     * The content of a command with these parameters.
     *
     * @param others further attributes, which are kept and not interpreted
     */
    public Content content(Map<String, String> others) {
        ObjectNode attributes = JsonNodeFactory.instance.objectNode();
        others.forEach(attributes::put);
        session.ifPresent(id -> attributes.put("session", id.toString()));
        participant.ifPresent(hash -> attributes.put("participant", hash.hex()));
        hold.ifPresent(id -> attributes.put("hold", id));
        if (from > 0) {
            attributes.put("from", Rfc3339.format(from));
        }
        if (until < ChatEvent.MAX_TIME) {
            attributes.put("until", Rfc3339.format(until));
        }
        return Content.of(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(attributes));
    }

    private static Optional<String> text(JsonNode attributes, String name) {
        JsonNode value = attributes.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw new InvalidEventException(RejectReason.WRONG_TYPE, "attributes." + name + " is not a string");
        }
        return Optional.of(value.textValue());
    }

    private static SessionId session(Conversation conversation, String text) {
        try {
            SessionId id = SessionId.parse(text);
            if (id.conversationHash().equals(conversation.hash())) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            throw new InvalidEventException(RejectReason.INVALID_VALUE, "attributes.session: " + e.getMessage(), e);
        }
        throw new InvalidEventException(
                RejectReason.INVALID_VALUE, "attributes.session is the id of a session of another conversation");
    }

    private static String hold(String id) {
        if (id.isEmpty() || id.getBytes(StandardCharsets.UTF_8).length > ChatEvent.MAX_ID_BYTES) {
            throw new InvalidEventException(
                    RejectReason.INVALID_VALUE,
                    "attributes.hold is empty or longer than " + ChatEvent.MAX_ID_BYTES + " bytes");
        }
        return id;
    }

    private static long time(JsonNode attributes, String name, long otherwise) {
        try {
            Optional<String> text = text(attributes, name);
            return text.isPresent() ? Math.max(0, Rfc3339.parse(text.get())) : otherwise;
        } catch (DateTimeException e) {
            throw new InvalidEventException(
                    RejectReason.INVALID_VALUE, "attributes." + name + ": " + e.getMessage(), e);
        }
    }

    private static String required(JsonNode attributes, String name) {
        return text(attributes, name)
                .orElseThrow(() ->
                        new InvalidEventException(RejectReason.MISSING_FIELD, "attributes." + name + " is missing"));
    }
}
