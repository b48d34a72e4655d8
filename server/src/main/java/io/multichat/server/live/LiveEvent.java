package io.multichat.server.live;

import io.multichat.events.EventType;
import io.multichat.events.Placement;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.text.Rfc3339;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * A record of {@code chat-transcript} or {@code chat-sessions}, as clients receive it.
 *
 * @param log where it comes from
 * @param offset its offset there
 * @param conversation the key of its conversation
 * @param session its session; empty if it has none
 * @param name the type of the event, or {@code session} for a snapshot
 * @param data JSON on one line, in UTF-8
 */
public record LiveEvent(
        LiveLog log, long offset, String conversation, Optional<SessionId> session, String name, byte[] data) {
    private static final Set<String> ERASURES =
            Set.of(EventType.SESSION_DELETED.wireName(), EventType.PARTICIPANT_ERASED.wireName());

    /** The name of snapshots. */
    public static final String SNAPSHOT = "session";

    /** An event of {@code chat-transcript}. */
    public static LiveEvent ofTranscript(LiveLog log, long offset, String conversation, Placement place, byte[] event) {
        String head = "{\"conversation\":\"" + conversation + "\",\"sessionId\":"
                + place.session().map(id -> "\"" + id + "\"").orElse("null") + ",\"sentAt\":\""
                + Rfc3339.format(place.sentAt()) + "\",\"order\":" + place.order() + ",\"event\":";
        String data = head + new String(event, StandardCharsets.UTF_8) + "}";
        return new LiveEvent(
                log, offset, conversation, place.session(), place.kind().wireName(), oneLine(data));
    }

    /** A snapshot of {@code chat-sessions}. */
    public static LiveEvent ofSnapshot(LiveLog log, long offset, SessionSnapshot session, byte[] snapshot) {
        return new LiveEvent(
                log,
                offset,
                session.conversation().key(),
                Optional.of(session.sessionId()),
                SNAPSHOT,
                oneLine(new String(snapshot, StandardCharsets.UTF_8)));
    }

    /** True for a command that erases earlier events of its conversation. */
    boolean erases() {
        return ERASURES.contains(name);
    }

    /** Line breaks are only between tokens: in strings they are escaped. */
    private static byte[] oneLine(String json) {
        return json.replace('\n', ' ').replace('\r', ' ').getBytes(StandardCharsets.UTF_8);
    }
}
