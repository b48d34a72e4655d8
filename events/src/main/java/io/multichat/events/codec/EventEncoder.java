package io.multichat.events.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.multichat.events.ChatEvent;
import io.multichat.events.Content;
import io.multichat.events.EventField;
import io.multichat.events.EventType;
import io.multichat.events.GivenContent;
import io.multichat.events.InvalidEventException;
import io.multichat.events.RejectReason;
import io.multichat.events.Sender;
import io.multichat.events.json.JsonException;
import io.multichat.events.json.JsonOutput;
import io.multichat.events.text.Rfc3339;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Encodes events for {@link EventDecoder}. Thread-safe. */
public final class EventEncoder {
    private static final EventDecoder DECODER = new EventDecoder();

    /**
     * Encodes an event as one JSON object in UTF-8, without line breaks and without absent fields.
     *
     * @throws InvalidEventException if a text contains an unpaired surrogate, or if {@code parts}, {@code attributes} or the parameters
     *     of a command contain something that {@link EventDecoder} rejects
     */
    public byte[] encode(ChatEvent event) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        Content content = GivenContent.of(event.content());
        try (JsonGenerator json = JsonOutput.to(bytes)) {
            json.writeStartObject();
            identity(json, event);
            if (event.sender().isPresent()) {
                sender(json, event.sender().get());
            }
            text(json, event.type().timeField(), Rfc3339.format(event.at()));
            if (event.order().isPresent()) {
                json.writeNumberField(EventField.ORDER.wireName(), event.order().getAsLong());
            }
            content(json, content);
            json.writeEndObject();
        } catch (JsonException e) {
            throw InvalidEventException.of(e);
        } catch (StreamConstraintsException e) {
            throw new InvalidEventException(
                    RejectReason.TOO_DEEP, "nested deeper than " + EventDecoder.MAX_DEPTH + " levels", e);
        } catch (JsonProcessingException e) {
            throw new InvalidEventException(RejectReason.NOT_JSON, "parts or attributes cannot be written as JSON", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return readable(bytes.toByteArray(), event.type(), content);
    }

    /** Validates trees and the parameters of commands, which may hold anything; types and the generator ensure everything else. */
    private static byte[] readable(byte[] value, EventType type, Content content) {
        if (type.isCommand()
                || content.parts().isPresent()
                || content.attributes().isPresent()) {
            DECODER.decode(value);
        }
        return value;
    }

    private static void identity(JsonGenerator json, ChatEvent event) throws IOException {
        text(json, EventField.TYPE, event.type().wireName());
        text(json, EventField.PLATFORM, event.conversation().platform());
        text(json, EventField.CHANNEL, event.conversation().channel());
        text(json, EventField.THREAD, event.conversation().thread().orElse(null));
        text(json, EventField.MESSAGE_ID, event.messageId().orElse(null));
        text(json, EventField.EVENT_ID, event.eventId().orElse(null));
    }

    private static void sender(JsonGenerator json, Sender sender) throws IOException {
        json.writeObjectFieldStart(EventField.SENDER.wireName());
        JsonOutput.text(json, "id", sender.id());
        JsonOutput.text(json, "name", sender.name().orElse(null));
        JsonOutput.text(json, "role", sender.role().wireName());
        json.writeEndObject();
    }

    private static void content(JsonGenerator json, Content content) throws IOException {
        text(json, EventField.TEXT, content.text().orElse(null));
        text(json, EventField.EMOJI, content.emoji().orElse(null));
        text(json, EventField.REPLY_TO, content.replyTo().orElse(null));
        if (content.parts().isPresent()) {
            json.writePOJOField(EventField.PARTS.wireName(), content.parts().get());
        }
        if (content.attributes().isPresent()) {
            json.writePOJOField(
                    EventField.ATTRIBUTES.wireName(), content.attributes().get());
        }
    }

    private static void text(JsonGenerator json, EventField field, String value) throws IOException {
        JsonOutput.text(json, field.wireName(), value);
    }
}
