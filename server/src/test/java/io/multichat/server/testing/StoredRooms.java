package io.multichat.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.events.Topics;
import io.multichat.sinks.core.testing.ReportFate;
import io.multichat.sinks.core.testing.SinkRecords;
import io.multichat.sinks.core.testing.StartedTask;
import io.multichat.sinks.core.testing.WorkerContext;
import io.multichat.sinks.sqlite.SqliteSinkConnector;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;

/** A SQLite file with sessions of several conversations, written by the sink's own task. */
public final class StoredRooms implements AutoCloseable {
    private static final Set<TopicPartition> SOURCES =
            Set.of(new TopicPartition(Topics.TRANSCRIPT, 0), new TopicPartition(Topics.SESSIONS, 0));

    private final WorkerContext context = new WorkerContext();
    private final SinkTask task;
    private long offset;

    public StoredRooms(Path file) {
        context.fate = ReportFate.FAILS;
        task = StartedTask.of(
                new SqliteSinkConnector(), Map.of("name", "sqlite-sink", "sqlite.file", file.toString()), context);
        task.open(SOURCES);
    }

    /**
     * Stores a closed session with one message a second, whose ids are {@code <start>-0}, {@code <start>-1} and so on.
     *
     * @return the id of the session
     */
    public SessionId session(Conversation conversation, long start, String... texts) {
        for (int i = 0; i < texts.length; i++) {
            long sentAt = start + i * 1_000L;
            event(SinkRecords.message(conversation, start + "-" + i, sentAt, texts[i]), sentAt);
        }
        return announce(conversation, start, texts.length);
    }

    /** Stores a message. */
    public void event(ChatEvent event, long sentAt) {
        put(SinkRecords.transcript(new SinkRecords.At(0, offset++), event, SinkRecords.placed(sentAt, offset)));
    }

    /** Stores a message as JSON. */
    public void event(Conversation conversation, String json, long sentAt) {
        put(SinkRecords.transcript(
                new SinkRecords.At(0, offset++),
                conversation,
                json.getBytes(StandardCharsets.UTF_8),
                SinkRecords.placed(sentAt, offset)));
    }

    /**
     * Announces a closed session with one message a second.
     *
     * @return its id
     */
    public SessionId announce(Conversation conversation, long start, int messages) {
        long end = start + (messages - 1) * 1_000L;
        SessionId id = SessionId.of(start, conversation.hash());
        put(SinkRecords.snapshot(
                new SinkRecords.At(0, offset++),
                new SessionSnapshot(
                        id,
                        conversation,
                        SessionStatus.closed(end, SessionStatus.ClosedBy.IDLE),
                        new SessionSnapshot.Span(start, end),
                        new SessionSnapshot.Counts(messages, 0, 0, 0, new SessionSnapshot.Participants(1, false)),
                        start + "-0",
                        start + "-" + (messages - 1),
                        Duration.ofMinutes(30),
                        new SessionSnapshot.Version(0, messages))));
        return id;
    }

    private void put(SinkRecord record) {
        task.put(List.of(record));
        task.put(List.of());
        assertThat(context.paused).as("while the file cannot be written").isEmpty();
    }

    @Override
    public void close() {
        task.close(SOURCES);
        task.stop();
    }
}
