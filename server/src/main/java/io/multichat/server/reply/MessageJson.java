package io.multichat.server.reply;

import com.fasterxml.jackson.core.JsonGenerator;
import io.multichat.events.SessionId;
import io.multichat.events.text.Rfc3339;
import io.multichat.reading.StoredMessage;
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
    public static void write(StoredMessage message, JsonPiece json) throws IOException {
        json.generator().writeStartObject();
        writeFields(message, json);
    }

    /**
     * Writes a message that names its session.
     *
     * @param session empty if the session is not announced yet
     */
    public static void write(StoredMessage message, Optional<SessionId> session, JsonPiece json) throws IOException {
        json.generator().writeStartObject();
        json.generator()
                .writeStringField("sessionId", session.map(SessionId::toString).orElse(null));
        writeFields(message, json);
    }

    private static void writeFields(StoredMessage message, JsonPiece json) throws IOException {
        JsonGenerator generator = json.generator();
        generator.writeStringField("messageId", message.position().messageId());
        generator.writeStringField("sentAt", Rfc3339.format(message.position().sentAt()));
        generator.writeNumberField("order", message.position().order());
        generator.writeBooleanField("deleted", message.deleted());
        generator.writeFieldName("event");
        json.raw(message.event());
        generator.writeEndObject();
    }
}
