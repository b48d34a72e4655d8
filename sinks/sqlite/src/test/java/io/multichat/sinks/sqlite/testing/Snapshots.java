package io.multichat.sinks.sqlite.testing;

import io.multichat.events.RoleCounts;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.sinks.core.testing.SinkRecords;
import java.time.Duration;
import org.apache.kafka.connect.sink.SinkRecord;

/** Snapshots of sessions of {@link Chat#GENERAL}. */
public final class Snapshots {
    private Snapshots() {}

    /** The id of a session whose first message was accepted at {@code t0}. */
    public static SessionId id(long t0) {
        return SessionId.of(t0, Chat.GENERAL.hash());
    }

    /** The first version of an open session, with an id made from its start. */
    public static SessionSnapshot open(long startedAt, long lastMessageAt, long messages) {
        return session(
                id(startedAt), SessionStatus.OPEN, new SessionSnapshot.Span(startedAt, lastMessageAt), messages, 1);
    }

    public static SessionSnapshot session(
            SessionId id, SessionStatus status, SessionSnapshot.Span span, long messages, long version) {
        return new SessionSnapshot(
                id,
                Chat.GENERAL,
                status,
                span,
                new SessionSnapshot.Counts(
                        messages,
                        2,
                        1,
                        99,
                        new SessionSnapshot.Participants(3, true),
                        new RoleCounts(messages, 4, 5, 6, 7)),
                "first",
                "last",
                Duration.ofMinutes(30),
                new SessionSnapshot.Version(0, version));
    }

    /** Writes snapshots to a file. */
    public static void store(StoreFile file, SessionSnapshot... snapshots) {
        try (RunningTask task = RunningTask.on(file.path())) {
            for (SessionSnapshot snapshot : snapshots) {
                task.put(record(0, snapshot));
            }
        }
    }

    public static SinkRecord record(long offset, SessionSnapshot snapshot) {
        return SinkRecords.snapshot(Chat.at(offset), snapshot);
    }
}
