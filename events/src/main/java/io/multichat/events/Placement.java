package io.multichat.events;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * The values that the topology derives from an accepted event: the header {@code mc} of a record of {@code chat-transcript}.
 *
 * <p>The header is ASCII text with seven fields between semicolons: the version {@code 2}; the components in their order, where
 * an empty field stands for an absent value; and the checksum of {@link AcceptedBytes}, by which readers recognize a record as
 * the topology accepted it. For example
 * {@code 2;01KDXV5M4G8Q2Z3XJ0V7T9WB5C;1772366400000;7;message.created;;0a1b2c3d}. Version {@code 1} has no checksum.
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

    private static final String VERSION = "2";
    private static final String VERSION_WITHOUT_CHECKSUM = "1";
    private static final String SEPARATOR = ";";
    /** Without the checksum. */
    private static final int FIELDS = 6;

    /** Creates the placement of an event that sets no boundary. */
    public Placement(Optional<SessionId> session, long sentAt, long order, EventType kind) {
        this(session, sentAt, order, kind, OptionalLong.empty());
    }

    /**
     * Writes the header with a checksum, replacing existing ones.
     *
     * @param key the key of the record
     * @param value the value of the record: a valid event of the conversation that {@code key} names
     */
    public void writeTo(Headers headers, byte[] key, byte[] value) {
        AsciiHeaders.set(headers, HEADER, toBytes(key, value));
    }

    /** The value of the header with a checksum; see {@link #writeTo}. */
    public byte[] toBytes(byte[] key, byte[] value) {
        StringBuilder text = text(VERSION).append(SEPARATOR);
        return ascii(text.append(HexFormat.of().toHexDigits(AcceptedBytes.checksum(key, value))));
    }

    /** The value of the header without a checksum, so that readers validate the event. */
    public byte[] toBytes() {
        return ascii(text(VERSION_WITHOUT_CHECKSUM));
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
     * Reads the value of the header, with or without a checksum.
     *
     * @param value null if the header is missing
     * @throws InvalidEventException as {@link #readFrom} does
     */
    public static Placement ofBytes(byte[] value) {
        PlacementFields fields = PlacementFields.of(value == null ? new byte[0] : value);
        boolean known = fields.text(0).equals(VERSION)
                ? fields.count() == FIELDS + 1
                : fields.text(0).equals(VERSION_WITHOUT_CHECKSUM) && fields.count() == FIELDS;
        if (!known) {
            throw AsciiHeaders.malformed(HEADER);
        }
        return new Placement(
                fields.session(1),
                fields.time(2, "sent-at"),
                fields.number(3, "order"),
                fields.kind(4),
                fields.text(5).isEmpty() ? OptionalLong.empty() : OptionalLong.of(fields.time(5, "boundary")));
    }

    private StringBuilder text(String version) {
        StringBuilder text = new StringBuilder(96).append(version).append(SEPARATOR);
        session.ifPresent(text::append);
        text.append(SEPARATOR).append(sentAt);
        text.append(SEPARATOR).append(order);
        text.append(SEPARATOR).append(kind.wireName()).append(SEPARATOR);
        boundary.ifPresent(text::append);
        return text;
    }

    private static byte[] ascii(StringBuilder text) {
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
