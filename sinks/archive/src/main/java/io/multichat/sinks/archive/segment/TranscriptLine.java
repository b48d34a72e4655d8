package io.multichat.sinks.archive.segment;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.MessagePosition;
import io.multichat.events.Placement;
import io.multichat.events.SessionId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An accepted event as the archive holds it.
 *
 * @param conversation where it happened
 * @param placement what the topology derived of it
 * @param partition the partition of the transcript topic that it was read from
 * @param offset its offset there
 * @param event its JSON, byte for byte but for line breaks, which are spaces
 */
public record TranscriptLine(Conversation conversation, Placement placement, int partition, long offset, byte[] event) {
    /** What stands before the event: the last field of the envelope. */
    static final String EVENT = ",\"event\":";

    /** How every line begins; the conversation's key follows. */
    static final String CONVERSATION = "{\"conversation\":\"";

    private static final byte[] EVENT_BYTES = EVENT.getBytes(StandardCharsets.US_ASCII);
    private static final JsonMapper JSON = new JsonMapper();

    /** @throws IllegalArgumentException when the line is not an envelope */
    public static TranscriptLine decode(byte[] line) {
        int envelope = endOfEnvelope(line);
        byte[] json = Arrays.copyOf(line, envelope + 1);
        json[envelope] = '}';
        try {
            JsonNode fields = JSON.readTree(json);
            return new TranscriptLine(
                    Conversation.ofKey(fields.required("conversation").asText()),
                    placement(fields),
                    fields.required("partition").intValue(),
                    fields.required("offset").longValue(),
                    Arrays.copyOfRange(line, envelope + EVENT_BYTES.length, line.length - 1));
        } catch (IOException e) {
            throw new IllegalArgumentException("the envelope is not JSON", e);
        }
    }

    /** How every line of a conversation begins. */
    public static byte[] beginning(Conversation conversation) {
        return (CONVERSATION + conversation.key() + "\",").getBytes(StandardCharsets.US_ASCII);
    }

    /** The place of the event's message. */
    public MessagePosition position() {
        return new MessagePosition(placement.sentAt(), placement.order(), messageId());
    }

    /**
     * The message that the event is about, without reading the rest of the event.
     *
     * @throws IllegalArgumentException when the event is about none
     */
    public String messageId() {
        try (JsonParser json = JSON.createParser(event)) {
            json.nextToken();
            for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
                json.nextToken();
                if (field.equals("messageId")) {
                    return json.getText();
                }
                json.skipChildren();
            }
            throw new IllegalArgumentException("the event has no message");
        } catch (IOException e) {
            throw new IllegalArgumentException("the event is not JSON", e);
        }
    }

    private static Placement placement(JsonNode fields) {
        return new Placement(
                Optional.ofNullable(fields.path("sessionId").textValue()).map(SessionId::parse),
                fields.required("sentAt").longValue(),
                fields.required("order").longValue(),
                EventType.ofWireName(fields.required("kind").asText())
                        .orElseThrow(() -> new IllegalArgumentException("the kind is not known")),
                fields.has("boundary") ? OptionalLong.of(fields.get("boundary").longValue()) : OptionalLong.empty());
    }

    // The first one is the envelope's own: the fields before it hold no quotes.
    private static int endOfEnvelope(byte[] line) {
        for (int i = 0; i + EVENT_BYTES.length < line.length; i++) {
            if (Arrays.equals(line, i, i + EVENT_BYTES.length, EVENT_BYTES, 0, EVENT_BYTES.length)) {
                return i;
            }
        }
        throw new IllegalArgumentException("the line has no event");
    }
}
