package io.multichat.events.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import io.multichat.events.Conversation;
import io.multichat.events.InvalidEventException;
import io.multichat.events.RoleCounts;
import io.multichat.events.Sender;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.events.json.JsonException;
import io.multichat.events.json.JsonOutput;
import io.multichat.events.text.Rfc3339;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Encodes session snapshots for {@code chat-sessions}. Thread-safe. */
public final class SnapshotEncoder {
    /**
     * Encodes a snapshot as one JSON object in UTF-8, without line breaks. Times are RFC 3339; the gap is an ISO 8601 duration.
     *
     * @throws InvalidEventException if a message id contains an unpaired surrogate
     */
    public byte[] encode(SessionSnapshot snapshot) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = JsonOutput.to(bytes)) {
            json.writeStartObject();
            JsonOutput.text(json, "sessionId", snapshot.sessionId().toString());
            conversation(json, snapshot.conversation());
            status(json, snapshot.status());
            JsonOutput.text(json, "startedAt", Rfc3339.format(snapshot.span().startedAt()));
            JsonOutput.text(
                    json, "lastMessageAt", Rfc3339.format(snapshot.span().lastMessageAt()));
            counts(json, snapshot.counts());
            JsonOutput.text(json, "firstMessageId", snapshot.firstMessageId());
            JsonOutput.text(json, "lastMessageId", snapshot.lastMessageId());
            JsonOutput.text(json, "gap", snapshot.gap().toString());
            json.writeNumberField("generation", snapshot.version().generation());
            json.writeNumberField("version", snapshot.version().counter());
            json.writeEndObject();
        } catch (JsonException e) {
            throw InvalidEventException.of(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void conversation(JsonGenerator json, Conversation conversation) throws IOException {
        json.writeObjectFieldStart("conversation");
        JsonOutput.text(json, "platform", conversation.platform());
        JsonOutput.text(json, "channel", conversation.channel());
        JsonOutput.text(json, "thread", conversation.thread().orElse(null));
        json.writeEndObject();
    }

    private static void status(JsonGenerator json, SessionStatus status) throws IOException {
        JsonOutput.text(json, "state", status.state().wireName());
        JsonOutput.text(
                json, "mergedInto", status.mergedInto().map(SessionId::toString).orElse(null));
        if (status.closedAt().isPresent()) {
            JsonOutput.text(json, "closedAt", Rfc3339.format(status.closedAt().getAsLong()));
        }
        JsonOutput.text(
                json,
                "closedBy",
                status.closedBy().map(SessionStatus.ClosedBy::wireName).orElse(null));
    }

    private static void counts(JsonGenerator json, SessionSnapshot.Counts counts) throws IOException {
        json.writeNumberField("messages", counts.messages());
        json.writeNumberField("edits", counts.edits());
        json.writeNumberField("deletes", counts.deletes());
        json.writeObjectFieldStart("participants");
        json.writeNumberField("count", counts.participants().count());
        json.writeBooleanField("approximate", counts.participants().approximate());
        json.writeEndObject();
        json.writeNumberField("textBytes", counts.textBytes());
        if (!counts.roles().equals(RoleCounts.NONE)) {
            roles(json, counts.roles());
        }
    }

    private static void roles(JsonGenerator json, RoleCounts roles) throws IOException {
        json.writeObjectFieldStart("roles");
        for (Sender.Role role : Sender.Role.values()) {
            if (roles.of(role) != 0) {
                json.writeNumberField(role.wireName(), roles.of(role));
            }
        }
        json.writeEndObject();
    }
}
