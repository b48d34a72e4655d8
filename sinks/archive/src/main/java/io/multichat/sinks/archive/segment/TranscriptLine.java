package io.multichat.sinks.archive.segment;

import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.Placement;
import io.multichat.events.SessionId;
import io.multichat.events.json.JsonException;
import io.multichat.events.json.JsonScanner;
import io.multichat.events.json.JsonTokens;
import io.multichat.events.text.WholeNumbers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An accepted event as archived: an envelope whose last field is the event.
 *
 * @param conversation the conversation of the event
 * @param placement the values that the topology derived from the event
 * @param partition the partition of the transcript topic that it was read from
 * @param offset its offset there
 * @param event its JSON, byte for byte except for line breaks between tokens, which are spaces; not decoded
 */
public record TranscriptLine(Conversation conversation, Placement placement, int partition, long offset, byte[] event) {
    /** The name of the last field. */
    static final String EVENT = "event";

    /** The beginning of every line; the conversation's key follows. */
    static final String CONVERSATION = "{\"conversation\":\"";

    /**
     * Decodes the envelope and leaves the event as it is.
     *
     * @param line without its line break
     * @throws IllegalArgumentException when the line is not an envelope
     */
    public static TranscriptLine decode(byte[] line) {
        JsonTokens tokens = new JsonTokens(line, 0);
        JsonScanner scanner = new JsonScanner(tokens);
        Map<String, String> fields = new HashMap<>();
        try {
            scanner.openRoot();
            while (scanner.field()) {
                String name = tokens.text();
                if (name.equals(EVENT)) {
                    tokens.next();
                    return decode(fields, event(line, tokens.position()));
                }
                scanner.skip(scanner.value());
                fields.put(name, tokens.text());
            }
        } catch (JsonException e) {
            throw new IllegalArgumentException("the envelope is not JSON: " + e.getMessage(), e);
        }
        throw new IllegalArgumentException("the line has no event");
    }

    /** The beginning of every line of a conversation. */
    public static byte[] beginning(Conversation conversation) {
        return (CONVERSATION + conversation.key() + "\",").getBytes(StandardCharsets.US_ASCII);
    }

    private static TranscriptLine decode(Map<String, String> fields, byte[] event) {
        return new TranscriptLine(
                Conversation.ofKey(required(fields, "conversation")),
                placement(fields),
                WholeNumbers.parseInt(required(fields, "partition")),
                WholeNumbers.parseLong(required(fields, "offset")),
                event);
    }

    private static Placement placement(Map<String, String> fields) {
        String boundary = fields.get("boundary");
        return new Placement(
                Optional.ofNullable(fields.get("sessionId")).map(SessionId::parse),
                WholeNumbers.parseLong(required(fields, "sentAt")),
                WholeNumbers.parseLong(required(fields, "order")),
                EventType.ofWireName(required(fields, "kind"))
                        .orElseThrow(() -> new IllegalArgumentException("the kind is unknown")),
                boundary == null ? OptionalLong.empty() : OptionalLong.of(WholeNumbers.parseLong(boundary)));
    }

    private static String required(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the envelope has no " + name);
        }
        return value;
    }

    private static byte[] event(byte[] line, int start) {
        int end = line.length - 1;
        if (end <= start || line[end] != '}') {
            throw new IllegalArgumentException("the envelope has no end");
        }
        return Arrays.copyOfRange(line, start, end);
    }
}
