package io.multichat.events;

import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.header.Headers;

/**
 * The values that the topology derives from an accepted event: the ASCII headers {@code mc-*} of a record of
 * {@code chat-transcript}.
 *
 * @param session {@code mc-session}: the session of the event when it was accepted; empty if it had none. Sessions may merge
 *     later, so readers resolve the id, see {@link SessionId}
 * @param sentAt {@code mc-sent-at}: the time by which the event is stored, in UTC milliseconds; for an edit or a delete, the
 *     time of the original message
 * @param order {@code mc-order}: the order among events of equal {@code sentAt}: the publisher's {@code order}, or the sequence
 *     in which the conversation's events were accepted
 * @param kind {@code mc-kind}: the type of the event
 * @param boundary {@code mc-boundary}: the boundary that a {@code session.ended} set, in UTC milliseconds. No session of the
 *     conversation crosses it; a message at this instant belongs to the session before it. Empty for other events
 */
public record Placement(Optional<SessionId> session, long sentAt, long order, EventType kind, OptionalLong boundary) {
    private static final String SESSION = "mc-session";
    private static final String SENT_AT = "mc-sent-at";
    private static final String ORDER = "mc-order";
    private static final String KIND = "mc-kind";
    private static final String BOUNDARY = "mc-boundary";

    /** Creates the placement of an event that sets no boundary. */
    public Placement(Optional<SessionId> session, long sentAt, long order, EventType kind) {
        this(session, sentAt, order, kind, OptionalLong.empty());
    }

    /** Writes the headers, replacing existing headers of the same names. */
    public void writeTo(Headers headers) {
        AsciiHeaders.remove(headers, SESSION);
        session.ifPresent(id -> AsciiHeaders.set(headers, SESSION, id.toString()));
        AsciiHeaders.set(headers, SENT_AT, Long.toString(sentAt));
        AsciiHeaders.set(headers, ORDER, Long.toString(order));
        AsciiHeaders.set(headers, KIND, kind.wireName());
        AsciiHeaders.remove(headers, BOUNDARY);
        boundary.ifPresent(instant -> AsciiHeaders.set(headers, BOUNDARY, Long.toString(instant)));
    }

    /**
     * Reads the headers.
     *
     * @throws InvalidEventException if a header is missing or malformed; the message names it
     */
    public static Placement readFrom(Headers headers) {
        return new Placement(
                AsciiHeaders.get(headers, SESSION).map(Placement::session),
                time(headers, SENT_AT),
                AsciiHeaders.number(headers, ORDER),
                AsciiHeaders.get(headers, KIND)
                        .flatMap(EventType::ofWireName)
                        .orElseThrow(() -> AsciiHeaders.malformed(KIND)),
                AsciiHeaders.get(headers, BOUNDARY).isPresent()
                        ? OptionalLong.of(time(headers, BOUNDARY))
                        : OptionalLong.empty());
    }

    private static long time(Headers headers, String name) {
        long time = AsciiHeaders.number(headers, name);
        if (time < 0 || time > ChatEvent.MAX_TIME) {
            throw AsciiHeaders.malformed(name);
        }
        return time;
    }

    private static SessionId session(String text) {
        try {
            return SessionId.parse(text);
        } catch (IllegalArgumentException e) {
            throw AsciiHeaders.malformed(SESSION);
        }
    }
}
