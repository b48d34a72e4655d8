package io.multichat.sinks.archive.testing;

import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.events.Topics;
import io.multichat.events.codec.EventEncoder;
import io.multichat.sinks.archive.segment.ArchivedLine;
import io.multichat.sinks.core.Origin;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.core.testing.SinkRecords;
import java.time.Duration;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;

/** Chat traffic for tests. */
public final class Chat {
    public static final Conversation GENERAL = Conversation.of("slack", "general");
    public static final long DAY = 86_400_000L;
    public static final long NOON = 19_700 * DAY + DAY / 2;

    private Chat() {}

    /** Appends 100 messages of different lengths to the transcript, on three days in turn. */
    public static void threeDays(TestArchive archive) {
        for (int i = 0; i < 100; i++) {
            message(archive, TestArchive.TRANSCRIPT, NOON + i % 3 * DAY, "x".repeat(i * 37 % 900));
        }
    }

    /** Appends three messages to the transcript and a snapshot to the sessions. */
    public static void threeMessagesAndASnapshot(TestArchive archive) {
        for (int i = 0; i < 3; i++) {
            message(archive, TestArchive.TRANSCRIPT, NOON + i, "text " + i);
        }
        snapshot(archive, TestArchive.SESSIONS, session(NOON, "m0-0", 1));
    }

    /** Appends a message to a partition of the transcript. */
    public static SinkRecord message(TestArchive archive, TopicPartition source, long sentAt, String text) {
        long offset = archive.end(source);
        SinkRecord record = SinkRecords.transcript(
                new SinkRecords.At(source.partition(), offset),
                SinkRecords.message(GENERAL, "m" + source.partition() + "-" + offset, sentAt, text),
                SinkRecords.placed(sentAt, offset));
        archive.add(record);
        return record;
    }

    /** A line of one message, as a task makes it from a record of the transcript. */
    public static ArchivedLine line(long offset, long sentAt, String text) {
        ChatEvent event = SinkRecords.message(GENERAL, "m" + offset, sentAt, text);
        return ArchivedLine.of(new SinkEntry.Transcript(
                new Origin(Topics.TRANSCRIPT, 0, offset),
                new EventEncoder().encode(event),
                event,
                SinkRecords.placed(sentAt, offset)));
    }

    /** A second creation of a message, with the next offset of the transcript. */
    public static SinkRecord again(TestArchive archive, String messageId, long sentAt, String text) {
        long offset = archive.end(TestArchive.TRANSCRIPT);
        return SinkRecords.transcript(
                new SinkRecords.At(0, offset),
                SinkRecords.message(GENERAL, messageId, sentAt, text),
                SinkRecords.placed(sentAt, offset));
    }

    /** Appends a snapshot to a partition of the sessions. */
    public static SinkRecord snapshot(TestArchive archive, TopicPartition source, SessionSnapshot snapshot) {
        SinkRecord record = SinkRecords.snapshot(new SinkRecords.At(source.partition(), archive.end(source)), snapshot);
        archive.add(record);
        return record;
    }

    /** A snapshot of a session that began at T0. */
    public static SessionSnapshot session(long t0, String firstMessage, long version) {
        return new SessionSnapshot(
                SessionId.of(t0, GENERAL.hash()),
                GENERAL,
                SessionStatus.OPEN,
                new SessionSnapshot.Span(t0, t0 + version),
                new SessionSnapshot.Counts(version, 0, 0, 10, new SessionSnapshot.Participants(1, false)),
                firstMessage,
                "last\"\\\n\u0000\u2028",
                Duration.ofMinutes(30),
                new SessionSnapshot.Version(0, version));
    }
}
