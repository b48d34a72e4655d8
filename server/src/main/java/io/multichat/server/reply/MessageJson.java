package io.multichat.server.reply;

import com.fasterxml.jackson.core.JsonGenerator;
import io.multichat.events.Sender;
import io.multichat.events.SessionId;
import io.multichat.events.text.Rfc3339;
import io.multichat.events.versions.Revision;
import io.multichat.reading.StoredMessage;
import io.multichat.reading.details.Reaction;
import io.multichat.reading.details.Versions;
import io.multichat.server.tiers.PageDetails;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Writes messages. The event is copied as stored, without parsing, so numbers of any size, escapes and spaces stay as the
 * publisher wrote them.
 */
public final class MessageJson {
    // Of the objects around an event.
    private static final int OVERHEAD_BYTES = 300;

    private MessageJson() {}

    /** The memory that messages take, in bytes. */
    public static long bytes(List<StoredMessage> messages) {
        return messages.stream()
                .mapToLong(message -> message.event().length + OVERHEAD_BYTES)
                .sum();
    }

    /** Writes a message. */
    public static void write(StoredMessage message, PageDetails details, JsonPiece json) throws IOException {
        json.generator().writeStartObject();
        writeFields(message, details, json);
    }

    /**
     * Writes a message that names its session.
     *
     * @param session empty if the session is not announced yet
     */
    public static void write(StoredMessage message, Optional<SessionId> session, PageDetails details, JsonPiece json)
            throws IOException {
        json.generator().writeStartObject();
        json.generator()
                .writeStringField("sessionId", session.map(SessionId::toString).orElse(null));
        writeFields(message, details, json);
    }

    private static void writeFields(StoredMessage message, PageDetails details, JsonPiece json) throws IOException {
        JsonGenerator generator = json.generator();
        String id = message.position().messageId();
        generator.writeStringField("messageId", id);
        generator.writeStringField("sentAt", Rfc3339.format(message.position().sentAt()));
        generator.writeNumberField("order", message.position().order());
        generator.writeBooleanField("deleted", message.deleted());
        generator.writeFieldName("event");
        json.raw(message.event());
        List<Reaction> reactions = details.reactions().map(byId -> byId.get(id)).orElse(List.of());
        if (!reactions.isEmpty()) {
            writeReactions(reactions, generator);
        }
        Optional<Versions> versions = details.versions().map(byId -> byId.get(id));
        if (versions.isPresent()) {
            writeVersions(versions.get(), json);
        }
        generator.writeEndObject();
    }

    private static void writeReactions(List<Reaction> reactions, JsonGenerator generator) throws IOException {
        generator.writeArrayFieldStart("reactions");
        for (Reaction reaction : reactions) {
            generator.writeStartObject();
            generator.writeStringField("emoji", reaction.emoji());
            generator.writeNumberField("count", reaction.count());
            generator.writeArrayFieldStart("senders");
            for (Sender sender : reaction.senders()) {
                generator.writeStartObject();
                generator.writeStringField("id", sender.id());
                if (sender.name().isPresent()) {
                    generator.writeStringField("name", sender.name().get());
                }
                generator.writeEndObject();
            }
            generator.writeEndArray();
            generator.writeEndObject();
        }
        generator.writeEndArray();
    }

    private static void writeVersions(Versions versions, JsonPiece json) throws IOException {
        json.generator().writeArrayFieldStart("revisions");
        for (Revision version : versions.versions()) {
            json.raw(version.value());
        }
        json.generator().writeEndArray();
        if (!versions.complete()) {
            json.generator().writeBooleanField("revisionsComplete", false);
        }
    }
}
