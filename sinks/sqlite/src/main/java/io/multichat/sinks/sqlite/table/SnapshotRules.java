package io.multichat.sinks.sqlite.table;

import io.multichat.events.SessionSnapshot;
import io.multichat.reading.StoreException;
import io.multichat.sinks.core.SinkEntry;
import java.util.List;

/** The constraints of the schema on snapshots, checked before an entry is buffered: a later refusal would hit the whole buffer. */
public final class SnapshotRules {
    private SnapshotRules() {}

    /** @throws StoreException with the verdict REPORT if a snapshot among the entries cannot be stored */
    public static void require(List<SinkEntry> entries) {
        for (SinkEntry entry : entries) {
            if (entry instanceof SinkEntry.Snapshot snapshot) {
                require(snapshot.snapshot());
            }
        }
    }

    /** @throws StoreException with the verdict REPORT if the snapshot cannot be stored */
    static void require(SessionSnapshot snapshot) {
        requireInterval(snapshot);
        gapMs(snapshot);
    }

    /**
     * The gap in milliseconds.
     *
     * @throws StoreException with the verdict REPORT if the gap does not fit into 64 bits of milliseconds
     */
    static long gapMs(SessionSnapshot snapshot) {
        try {
            return snapshot.gap().toMillis();
        } catch (ArithmeticException e) {
            throw refused(snapshot, "the gap " + snapshot.gap() + " does not fit into 64 bits of milliseconds", e);
        }
    }

    private static void requireInterval(SessionSnapshot snapshot) {
        SessionSnapshot.Span span = snapshot.span();
        if (span.lastMessageAt() < span.startedAt()) {
            throw refused(
                    snapshot, "it ends at " + span.lastMessageAt() + ", before its start at " + span.startedAt(), null);
        }
    }

    private static StoreException refused(SessionSnapshot snapshot, String problem, Exception cause) {
        return new StoreException(
                StoreException.Verdict.REPORT, "session " + snapshot.sessionId() + ": " + problem, cause);
    }
}
