package io.multichat.server.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.multichat.events.text.Rfc3339;
import io.multichat.reading.MessageCursor;
import io.multichat.reading.MessagePage;
import io.multichat.reading.StoredMessage;
import io.multichat.server.tiers.Answer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The body of a page of messages, piece by piece as it is sent: a page may be large, and it is in memory once already.
 *
 * <p>Events are written as the store holds them, never parsed: numbers of any size, escapes and spaces are the
 * publisher's.
 */
final class MessagePageBody implements Enumeration<InputStream> {
    // Whole small pages are one piece, which the server then sends with its length and may compress.
    private static final int PIECE_BYTES = 16 * 1024;

    private final Answer<MessagePage> answer;
    private final Iterator<StoredMessage> messages;
    private final ByteArrayOutputStream piece = new ByteArrayOutputStream(PIECE_BYTES);
    private final JsonGenerator json = JsonReply.to(piece);

    MessagePageBody(Answer<MessagePage> answer) {
        this.answer = answer;
        messages = answer.value().messages().iterator();
    }

    @Override
    public boolean hasMoreElements() {
        return !json.isClosed();
    }

    @Override
    public InputStream nextElement() {
        if (json.isClosed()) {
            throw new NoSuchElementException();
        }
        piece.reset();
        try {
            if (json.getOutputContext().inRoot()) {
                json.writeStartObject();
                json.writeArrayFieldStart("messages");
            }
            while (messages.hasNext() && piece.size() < PIECE_BYTES) {
                message(messages.next());
            }
            if (messages.hasNext()) {
                json.flush();
            } else {
                end();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ByteArrayInputStream(piece.toByteArray());
    }

    private void message(StoredMessage message) throws IOException {
        json.writeStartObject();
        json.writeStringField("messageId", message.position().messageId());
        json.writeStringField("sentAt", Rfc3339.format(message.position().sentAt()));
        json.writeNumberField("order", message.position().order());
        json.writeBooleanField("deleted", message.deleted());
        json.writeFieldName("event");
        json.writeRawValue(new String(message.event(), StandardCharsets.UTF_8));
        json.writeEndObject();
    }

    private void end() throws IOException {
        MessagePage page = answer.value();
        json.writeEndArray();
        json.writeStringField(
                "nextCursor",
                page.more()
                        ? MessageCursor.of(
                                page.messages().get(page.messages().size() - 1).position())
                        : null);
        json.writeStringField("source", answer.source());
        json.writeEndObject();
        json.close();
    }
}
