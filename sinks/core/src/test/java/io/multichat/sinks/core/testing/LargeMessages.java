package io.multichat.sinks.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.MessagePosition;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.events.Topics;
import io.multichat.events.codec.EventEncoder;
import io.multichat.reading.PageRequest;
import io.multichat.reading.PageRequest.Direction;
import io.multichat.reading.SessionReader;
import io.multichat.reading.StoredMessage;
import io.multichat.reading.contract.MessagePages;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkConnector;
import org.apache.kafka.connect.sink.SinkTask;

/** A session of 60 messages of about 1 MiB, several times as large as a page may be. Some are sent at the same time. */
public final class LargeMessages {
    private static final int COUNT = 60;
    private static final long START = 1_769_850_000_000L;
    private static final Conversation CONVERSATION = Conversation.of("huge", "c");
    private static final String TEXT = "word ".repeat(209_570);
    private static final Set<TopicPartition> SOURCES =
            Set.of(new TopicPartition(Topics.TRANSCRIPT, 0), new TopicPartition(Topics.SESSIONS, 0));

    private LargeMessages() {}

    /** Stores the session with the sink's own task. */
    public static void store(SinkConnector connector, Map<String, String> settings) {
        WorkerContext context = new WorkerContext();
        context.fate = ReportFate.FAILS;
        SinkTask task = StartedTask.of(connector, settings, context);
        task.open(SOURCES);
        for (int i = 0; i < COUNT; i++) {
            task.put(List.of(
                    SinkRecords.transcript(new SinkRecords.At(0, i), message(i), SinkRecords.placed(sentAt(i), i))));
        }
        task.put(List.of(SinkRecords.snapshot(new SinkRecords.At(0, 0), session())));
        task.put(List.of());
        assertThat(context.paused).as("while the store cannot be written").isEmpty();
        task.close(SOURCES);
        task.stop();
    }

    /** Checks that the largest pages allowed hold all messages, in both directions. */
    public static void checkPages(SessionReader reader) {
        EventEncoder encoder = new EventEncoder();
        for (Direction direction : Direction.values()) {
            List<StoredMessage> read = new MessagePages(reader, session())
                    .read(direction, PageRequest.MAX_LIMIT)
                    .orElseThrow();

            assertThat(read).hasSize(COUNT);
            for (int i = 0; i < COUNT; i++) {
                int number = direction == Direction.FORWARD ? i : COUNT - 1 - i;
                assertThat(read.get(i).position()).isEqualTo(new MessagePosition(sentAt(number), number, "b" + number));
                assertThat(read.get(i).event()).isEqualTo(encoder.encode(message(number)));
            }
        }
    }

    /** The session, closed. */
    public static SessionSnapshot session() {
        long end = sentAt(COUNT - 1);
        return new SessionSnapshot(
                SessionId.of(START, CONVERSATION.hash()),
                CONVERSATION,
                SessionStatus.closed(end + 1, SessionStatus.ClosedBy.IDLE),
                new SessionSnapshot.Span(START, end),
                new SessionSnapshot.Counts(
                        COUNT, 0, 0, (long) COUNT * TEXT.length(), new SessionSnapshot.Participants(1, false)),
                "b0",
                "b" + (COUNT - 1),
                Duration.ofMinutes(30),
                new SessionSnapshot.Version(0, 1));
    }

    private static ChatEvent message(int number) {
        return SinkRecords.message(CONVERSATION, "b" + number, sentAt(number), TEXT);
    }

    private static long sentAt(int number) {
        return START + number / 20 * 1_000L;
    }
}
