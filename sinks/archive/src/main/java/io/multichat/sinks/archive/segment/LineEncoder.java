package io.multichat.sinks.archive.segment;

import io.multichat.events.EventType;
import io.multichat.sinks.core.SinkEntry;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/**
 * Encodes entries as lines. A snapshot is its own line. An event is the last field of an envelope, so that its bytes stay as they
 * are except for line breaks.
 */
final class LineEncoder {
    private static final int USUAL_ENVELOPE = 256;
    private static final byte[] CONVERSATION = ascii(TranscriptLine.CONVERSATION);
    private static final byte[] SESSION = ascii("\",\"sessionId\":\"");
    private static final byte[] SENT_AT = ascii("\",\"sentAt\":");
    private static final byte[] ORDER = ascii(",\"order\":");
    private static final byte[] BOUNDARY = ascii(",\"boundary\":");
    private static final byte[] PARTITION = ascii(",\"partition\":");
    private static final byte[] OFFSET = ascii(",\"offset\":");
    private static final byte[] EVENT = ascii(",\"" + TranscriptLine.EVENT + "\":");
    private static final byte[] END_OF_ENVELOPE = {'}', '\n'};
    private static final byte[] END = {'\n'};
    private static final Map<EventType, byte[]> KINDS = new EnumMap<>(EventType.class);

    static {
        for (EventType kind : EventType.values()) {
            KINDS.put(kind, ascii("\",\"kind\":\"" + kind.wireName()));
        }
    }

    private LineEncoder() {}

    /** Appends the line of an entry, with its line break. */
    static void encode(SinkEntry entry, LineBuffer lines) {
        lines.reserve(entry.value().length + USUAL_ENVELOPE);
        if (entry instanceof SinkEntry.Transcript transcript) {
            encode(transcript, lines);
        } else if (entry instanceof SinkEntry.Erasure erasure) {
            encode(erasure.command(), lines);
        } else {
            lines.oneLine(entry.value()).add(END);
        }
    }

    // No field needs escapes: a conversation key is percent-encoded, the others are numbers and fixed words.
    private static void encode(SinkEntry.Transcript entry, LineBuffer lines) {
        lines.add(CONVERSATION)
                .add(entry.conversation().keyBytes())
                .add(KINDS.get(entry.placement().kind()));
        entry.placement().session().ifPresent(session -> lines.add(SESSION).ascii(session.toString()));
        lines.add(SENT_AT)
                .number(entry.placement().sentAt())
                .add(ORDER)
                .number(entry.placement().order());
        entry.placement().boundary().ifPresent(instant -> lines.add(BOUNDARY).number(instant));
        lines.add(PARTITION)
                .number(entry.origin().partition())
                .add(OFFSET)
                .number(entry.origin().offset());
        lines.add(EVENT).oneLine(entry.value()).add(END_OF_ENVELOPE);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
