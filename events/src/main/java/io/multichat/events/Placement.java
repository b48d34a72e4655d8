package io.multichat.events;

import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.header.Headers;

/**
 * What the topology derived of an accepted event: the headers {@code mc-*} of a record of {@code chat-transcript}, ASCII.
 *
 * @param session {@code mc-session}: the session that the event belonged to when it was accepted; empty when it belonged
 *     to none. Merges come later: a reader resolves the id, see {@link SessionId}
 * @param sentAt {@code mc-sent-at}: the time under which the event is kept, UTC milliseconds; of an edit or a delete the
 *     time of the original message
 * @param order {@code mc-order}: the place among events of equal {@code sentAt}: the publisher's {@code order}, else the
 *     sequence in which the conversation's events were accepted
 * @param kind {@code mc-kind}: the type of the event
 * @param boundary {@code mc-boundary}: of a {@code session.ended} that ended something, the instant that no session of the
 *     conversation crosses from then on, UTC milliseconds: a message at or before it is on the old side
 */
public record Placement(Optional<SessionId> session, long sentAt, long order, EventType kind, OptionalLong boundary) {
    private static final String SESSION = "mc-session";
    private static final String SENT_AT = "mc-sent-at";
    private static final String ORDER = "mc-order";
    private static final String KIND = "mc-kind";
    private static final String BOUNDARY = "mc-boundary";

    /** The placement of an event that sets no boundary. */
    public Placement(Optional<SessionId> session, long sentAt, long order, EventType kind) {
        this(session, sentAt, order, kind, OptionalLong.empty());
    }

    /** Sets the headers; what an incoming record claimed under the same names is replaced. */
    public void writeTo(Headers headers) {
        AsciiHeaders.remove(headers, SESSION);
        session.ifPresent(id -> AsciiHeaders.set(headers, SESSION, id.toString()));
        AsciiHeaders.set(headers, SENT_AT, Long.toString(sentAt));
        AsciiHeaders.set(headers, ORDER, Long.toString(order));
        AsciiHeaders.set(headers, KIND, kind.wireName());
        AsciiHeaders.remove(headers, BOUNDARY);
        boundary.ifPresent(instant -> AsciiHeaders.set(headers, BOUNDARY, Long.toString(instant)));
    }

    /** @throws InvalidEventException when a header is missing or malformed; the message names it */
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
