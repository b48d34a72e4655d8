package io.multichat.events;

import io.multichat.events.text.WholeNumbers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * The values that the topology derives from an accepted event: the header {@code mc} of a record of {@code chat-transcript}.
 *
 * <p>The header is ASCII text with six fields between semicolons: the version {@code 1}, then the components in their order, where an
 * empty field stands for an absent value, for example {@code 1;01KDXV5M4G8Q2Z3XJ0V7T9WB5C;1772366400000;7;message.created;}.
 *
 * @param session the session of the event when it was accepted; empty if it had none. Sessions may merge later, so readers
 *     resolve the id, see {@link SessionId}
 * @param sentAt the time by which the event is stored, in UTC milliseconds; for an edit or a delete, the time of the original
 *     message
 * @param order the order among events of equal {@code sentAt}: the publisher's {@code order}, or the sequence in which the
 *     conversation's events were accepted
 * @param kind the type of the event
 * @param boundary the boundary that a {@code session.ended} set, in UTC milliseconds. No session of the conversation crosses it; a
 *     message at this instant belongs to the session before it. Empty for other events
 */
public record Placement(Optional<SessionId> session, long sentAt, long order, EventType kind, OptionalLong boundary) {
    /** The name of the header. */
    public static final String HEADER = "mc";

    private static final String VERSION = "1";
    private static final String SEPARATOR = ";";
    private static final int FIELDS = 6;

    /** Creates the placement of an event that sets no boundary. */
    public Placement(Optional<SessionId> session, long sentAt, long order, EventType kind) {
        this(session, sentAt, order, kind, OptionalLong.empty());
    }

    /** Writes the header, replacing existing ones. */
    public void writeTo(Headers headers) {
        AsciiHeaders.set(headers, HEADER, toBytes());
    }

    /** The value of the header. */
    public byte[] toBytes() {
        StringBuilder text = new StringBuilder(80).append(VERSION).append(SEPARATOR);
        session.ifPresent(text::append);
        text.append(SEPARATOR).append(sentAt);
        text.append(SEPARATOR).append(order);
        text.append(SEPARATOR).append(kind.wireName()).append(SEPARATOR);
        boundary.ifPresent(text::append);
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Reads the header.
     *
     * @throws InvalidEventException if it is missing or malformed; the message names the field
     */
    public static Placement readFrom(Headers headers) {
        Header header = headers.lastHeader(HEADER);
        return ofBytes(header == null ? null : header.value());
    }

    /**
     * Reads the value of the header.
     *
     * @param value null if the header is missing
     * @throws InvalidEventException as {@link #readFrom} does
     */
    public static Placement ofBytes(byte[] value) {
        String[] fields =
                value == null ? new String[0] : new String(value, StandardCharsets.US_ASCII).split(SEPARATOR, -1);
        if (fields.length != FIELDS || !fields[0].equals(VERSION)) {
            throw AsciiHeaders.malformed(HEADER);
        }
        return new Placement(
                fields[1].isEmpty() ? Optional.empty() : Optional.of(session(fields[1])),
                time("sent-at", fields[2]),
                number("order", fields[3]),
                EventType.ofWireName(fields[4]).orElseThrow(() -> malformed("kind")),
                fields[5].isEmpty() ? OptionalLong.empty() : OptionalLong.of(time("boundary", fields[5])));
    }

    private static long time(String field, String text) {
        long time = number(field, text);
        if (time < 0 || time > ChatEvent.MAX_TIME) {
            throw malformed(field);
        }
        return time;
    }

    private static long number(String field, String text) {
        try {
            return WholeNumbers.parseLong(text);
        } catch (NumberFormatException e) {
            throw malformed(field);
        }
    }

    private static SessionId session(String text) {
        try {
            return SessionId.parse(text);
        } catch (IllegalArgumentException e) {
            throw malformed("session");
        }
    }

    private static InvalidEventException malformed(String field) {
        return new InvalidEventException(
                RejectReason.INVALID_VALUE, "the field " + field + " of the header " + HEADER + " is malformed");
    }
}
