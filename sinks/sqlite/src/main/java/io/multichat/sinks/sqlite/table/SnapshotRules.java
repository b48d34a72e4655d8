package io.multichat.sinks.sqlite.table;

import io.multichat.events.SessionSnapshot;
import io.multichat.reading.StoreException;
import io.multichat.sinks.core.SinkEntry;
import java.util.List;

/** What the schema demands of snapshots, looked at before an entry is held back with others: a refusal later would hit them all. */
public final class SnapshotRules {
    private SnapshotRules() {}

    /** @throws StoreException with the verdict REPORT when a snapshot among the entries cannot be stored */
    public static void require(List<SinkEntry> entries) {
        for (SinkEntry entry : entries) {
            if (entry instanceof SinkEntry.Snapshot snapshot) {
                requireInterval(snapshot.snapshot());
                gapMs(snapshot.snapshot());
            }
        }
    }

    /**
     * The gap in milliseconds.
     *
     * @throws StoreException with the verdict REPORT when it is too long for that
     */
    static long gapMs(SessionSnapshot snapshot) {
        try {
            return snapshot.gap().toMillis();
        } catch (ArithmeticException e) {
            throw refused(snapshot, "the gap " + snapshot.gap() + " is longer than 64 bits of ms", e);
        }
    }

    private static void requireInterval(SessionSnapshot snapshot) {
        SessionSnapshot.Span span = snapshot.span();
        if (span.lastMessageAt() < span.startedAt()) {
            throw refused(
                    snapshot, "ends at " + span.lastMessageAt() + ", before it begins at " + span.startedAt(), null);
        }
    }

    private static StoreException refused(SessionSnapshot snapshot, String problem, Exception cause) {
        return new StoreException(
                StoreException.Verdict.REPORT, "session " + snapshot.sessionId() + ": " + problem, cause);
    }
}
