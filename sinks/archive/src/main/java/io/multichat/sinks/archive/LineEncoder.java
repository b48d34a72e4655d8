package io.multichat.sinks.archive;

import io.multichat.events.ChatEvent;
import io.multichat.events.SessionSnapshot;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.core.StoreException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Turns entries into lines.
 *
 * <p>A snapshot is its own line. An event is the last field of an envelope, so that its bytes stay as they are. In both, line
 * breaks become spaces: in JSON they can only stand between tokens, where they mean nothing.
 */
final class LineEncoder {
    private LineEncoder() {}

    /**
     * Refuses an entry that no line can be made of: T0 of a session names the folder, and its 48 bits reach beyond the years
     * that folders have. All else is checked by the decoders.
     *
     * @throws StoreException with the verdict REPORT
     */
    static void requireWritable(SinkEntry entry) {
        if (entry instanceof SinkEntry.Snapshot && sentAt(entry) > ChatEvent.MAX_TIME) {
            throw new StoreException(
                    StoreException.Verdict.REPORT,
                    "the session's T0, " + sentAt(entry) + " ms, is not between the years 1970 and 9999 UTC",
                    null);
        }
    }

    static Line encode(SinkEntry entry) {
        ByteArrayOutputStream line = new ByteArrayOutputStream(entry.value().length + 256);
        if (entry instanceof SinkEntry.Transcript transcript) {
            line.writeBytes(envelope(transcript).getBytes(StandardCharsets.US_ASCII));
            line.writeBytes(withoutLineBreaks(transcript.value()));
            line.write('}');
        } else {
            line.writeBytes(withoutLineBreaks(entry.value()));
        }
        line.write('\n');
        return line(entry, line.toByteArray());
    }

    private static Line line(SinkEntry entry, byte[] bytes) {
        long sentAt = sentAt(entry);
        if (entry instanceof SinkEntry.Snapshot session) {
            SessionSnapshot.Span span = session.snapshot().span();
            return new Line(
                    entry.origin().offset(),
                    sentAt,
                    Math.min(sentAt, span.startedAt()),
                    Math.max(sentAt, span.lastMessageAt()),
                    bytes);
        }
        return new Line(entry.origin().offset(), sentAt, bytes);
    }

    private static long sentAt(SinkEntry entry) {
        return entry instanceof SinkEntry.Transcript transcript
                ? transcript.placement().sentAt()
                : ((SinkEntry.Snapshot) entry).snapshot().sessionId().t0();
    }

    // None of these needs an escape: a conversation key is percent-encoded, the others are numbers and our own words.
    private static String envelope(SinkEntry.Transcript entry) {
        StringBuilder json = new StringBuilder(256);
        json.append(TranscriptLine.CONVERSATION)
                .append(entry.event().conversation().key());
        json.append("\",\"kind\":\"").append(entry.placement().kind().wireName());
        entry.placement()
                .session()
                .ifPresent(session -> json.append("\",\"sessionId\":\"").append(session));
        json.append("\",\"sentAt\":").append(entry.placement().sentAt());
        json.append(",\"order\":").append(entry.placement().order());
        entry.placement()
                .boundary()
                .ifPresent(instant -> json.append(",\"boundary\":").append(instant));
        json.append(",\"partition\":").append(entry.origin().partition());
        json.append(",\"offset\":").append(entry.origin().offset());
        return json.append(TranscriptLine.EVENT).toString();
    }

    private static byte[] withoutLineBreaks(byte[] json) {
        byte[] oneLine = json.clone();
        for (int i = 0; i < oneLine.length; i++) {
            if (oneLine[i] == '\n' || oneLine[i] == '\r') {
                oneLine[i] = ' ';
            }
        }
        return oneLine;
    }
}
