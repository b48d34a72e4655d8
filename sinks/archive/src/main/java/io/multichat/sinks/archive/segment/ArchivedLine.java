package io.multichat.sinks.archive.segment;

import io.multichat.events.ChatEvent;
import io.multichat.events.SessionSnapshot;
import io.multichat.reading.StoreException;
import io.multichat.sinks.core.SinkEntry;

/**
 * An entry that becomes one line of a segment, with the times that its manifest records. The line is encoded only when it is
 * written.
 *
 * @param entry the entry to encode
 * @param sentAt the instant that dates the line: {@code sentAt} of an event, T0 of a session; UTC milliseconds
 * @param earliest the earliest instant that the line covers: the start of a session, {@code sentAt} of an event; UTC
 *     milliseconds
 * @param latest the latest instant that the line covers: the last message of a session, {@code sentAt} of an event; UTC
 *     milliseconds
 */
public record ArchivedLine(SinkEntry entry, long sentAt, long earliest, long latest) {
    /** The line of an entry that {@link #requireWritable} accepts. */
    public static ArchivedLine of(SinkEntry entry) {
        if (entry instanceof SinkEntry.Erasure erasure) {
            return of(entry, erasure.command().placement().sentAt());
        }
        if (entry instanceof SinkEntry.Transcript transcript) {
            return of(entry, transcript.placement().sentAt());
        }
        SessionSnapshot session = ((SinkEntry.Snapshot) entry).snapshot();
        long t0 = session.sessionId().t0();
        return new ArchivedLine(
                entry,
                t0,
                Math.min(t0, session.span().startedAt()),
                Math.max(t0, session.span().lastMessageAt()));
    }

    private static ArchivedLine of(SinkEntry entry, long sentAt) {
        return new ArchivedLine(entry, sentAt, sentAt, sentAt);
    }

    /**
     * Rejects an entry that cannot become a line. T0 of a session names a folder, but its 48 bits reach beyond the years that
     * folder names have; everything else was checked by the decoders.
     *
     * @throws StoreException with the verdict REPORT
     */
    public static void requireWritable(SinkEntry entry) {
        if (entry instanceof SinkEntry.Snapshot session
                && session.snapshot().sessionId().t0() > ChatEvent.MAX_TIME) {
            throw new StoreException(
                    StoreException.Verdict.REPORT,
                    "the session's T0 is " + session.snapshot().sessionId().t0()
                            + " ms; it must be between the years 1970 and 9999 UTC",
                    null);
        }
    }

    /** The offset of the record. */
    public long offset() {
        return entry.origin().offset();
    }
}
