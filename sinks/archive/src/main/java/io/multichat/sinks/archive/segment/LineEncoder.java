package io.multichat.sinks.archive.segment;

import io.multichat.events.ChatEvent;
import io.multichat.events.EventType;
import io.multichat.events.SessionSnapshot;
import io.multichat.reading.StoreException;
import io.multichat.sinks.core.SinkEntry;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * Turns entries into lines. Used by one thread.
 *
 * <p>A snapshot is its own line. An event is the last field of an envelope, so that its bytes stay as they are but for line breaks.
 */
public final class LineEncoder {
    private static final byte[] CONVERSATION = ascii(TranscriptLine.CONVERSATION);
    private static final byte[] SESSION = ascii("\",\"sessionId\":\"");
    private static final byte[] SENT_AT = ascii("\",\"sentAt\":");
    private static final byte[] ORDER = ascii(",\"order\":");
    private static final byte[] BOUNDARY = ascii(",\"boundary\":");
    private static final byte[] PARTITION = ascii(",\"partition\":");
    private static final byte[] OFFSET = ascii(",\"offset\":");
    private static final byte[] EVENT = ascii(TranscriptLine.EVENT);
    private static final byte[] END_OF_ENVELOPE = {'}', '\n'};
    private static final byte[] END = {'\n'};

    private final Map<EventType, byte[]> kinds = new EnumMap<>(EventType.class);
    private final GrowingBytes line = new GrowingBytes(1 << 12);

    public LineEncoder() {
        for (EventType kind : EventType.values()) {
            kinds.put(kind, ascii("\",\"kind\":\"" + kind.wireName()));
        }
    }

    /**
     * Refuses an entry that no line can be made of: T0 of a session names the folder, and its 48 bits reach beyond the years
     * that folders have. All else is checked by the decoders.
     *
     * @throws StoreException with the verdict REPORT
     */
    public static void requireWritable(SinkEntry entry) {
        if (entry instanceof SinkEntry.Snapshot session
                && session.snapshot().sessionId().t0() > ChatEvent.MAX_TIME) {
            throw new StoreException(
                    StoreException.Verdict.REPORT,
                    "the session's T0, " + session.snapshot().sessionId().t0()
                            + " ms, is not between the years 1970 and 9999 UTC",
                    null);
        }
    }

    public Line encode(SinkEntry entry) {
        line.clear();
        return entry instanceof SinkEntry.Transcript transcript
                ? transcript(transcript)
                : session((SinkEntry.Snapshot) entry);
    }

    // None of the fields needs an escape: a conversation key is percent-encoded, the others are numbers and our own
    // words.
    private Line transcript(SinkEntry.Transcript entry) {
        line.add(CONVERSATION)
                .add(entry.event().conversation().keyBytes())
                .add(kinds.get(entry.placement().kind()));
        entry.placement().session().ifPresent(session -> line.add(SESSION).ascii(session.toString()));
        line.add(SENT_AT)
                .number(entry.placement().sentAt())
                .add(ORDER)
                .number(entry.placement().order());
        entry.placement().boundary().ifPresent(instant -> line.add(BOUNDARY).number(instant));
        line.add(PARTITION)
                .number(entry.origin().partition())
                .add(OFFSET)
                .number(entry.origin().offset());
        line.add(EVENT).oneLine(entry.value()).add(END_OF_ENVELOPE);
        return new Line(entry.origin().offset(), entry.placement().sentAt(), bytes());
    }

    private Line session(SinkEntry.Snapshot entry) {
        line.oneLine(entry.value()).add(END);
        long t0 = entry.snapshot().sessionId().t0();
        SessionSnapshot.Span span = entry.snapshot().span();
        return new Line(
                entry.origin().offset(),
                t0,
                Math.min(t0, span.startedAt()),
                Math.max(t0, span.lastMessageAt()),
                bytes());
    }

    private byte[] bytes() {
        return Arrays.copyOf(line.array(), line.length());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
