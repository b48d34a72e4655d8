package io.multichat.app.refill;

import io.multichat.events.Conversation;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.sinks.core.testing.SinkRecords;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.connect.sink.SinkRecord;

/** A conversation with one message and one session a day. The number of a day is the offset of its records. */
final class DailyChat {
    static final Conversation LOUNGE = Conversation.of("irc", "#lounge");
    static final long START = 1_769_850_000_000L;
    private static final long DAY = Duration.ofDays(1).toMillis();

    private DailyChat() {}

    /** The message of a day. */
    static SinkRecord message(long offset) {
        long sentAt = START + offset * DAY;
        return SinkRecords.transcript(
                new SinkRecords.At(0, offset),
                SinkRecords.message(LOUNGE, "m" + offset, sentAt, "text of m" + offset),
                SinkRecords.placed(sentAt, offset));
    }

    /** The session of that message. */
    static SinkRecord session(long offset) {
        return SinkRecords.snapshot(new SinkRecords.At(0, offset), snapshot(offset));
    }

    static SessionSnapshot snapshot(long offset) {
        long sentAt = START + offset * DAY;
        return new SessionSnapshot(
                SessionId.of(sentAt, LOUNGE.hash()),
                LOUNGE,
                SessionStatus.closed(sentAt + 1_800_000, SessionStatus.ClosedBy.IDLE),
                new SessionSnapshot.Span(sentAt, sentAt),
                new SessionSnapshot.Counts(1, 0, 0, 0, new SessionSnapshot.Participants(1, false)),
                "m" + offset,
                "m" + offset,
                Duration.ofMinutes(30),
                new SessionSnapshot.Version(0, offset));
    }

    /** The messages of these days, then their sessions. */
    static List<SinkRecord> chat(long from, long to) {
        return Stream.concat(
                        LongStream.range(from, to).mapToObj(DailyChat::message),
                        LongStream.range(from, to).mapToObj(DailyChat::session))
                .toList();
    }
}
