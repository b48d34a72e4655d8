package io.multichat.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.Placement;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.events.Topics;
import io.multichat.events.codec.EventDecoder;
import io.multichat.events.text.Rfc3339;
import io.multichat.sinks.core.testing.ReportFate;
import io.multichat.sinks.core.testing.SinkRecords;
import io.multichat.sinks.core.testing.StartedTask;
import io.multichat.sinks.core.testing.WorkerContext;
import io.multichat.sinks.sqlite.SqliteSinkConnector;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;

/** A SQLite file that is filled in large batches by the sink's own task. */
final class SeededFile implements AutoCloseable {
    private static final int BATCH = 2_000;
    private static final Set<TopicPartition> SOURCES =
            Set.of(new TopicPartition(Topics.TRANSCRIPT, 0), new TopicPartition(Topics.SESSIONS, 0));

    private final WorkerContext context = new WorkerContext();
    private final SinkTask task;
    private final List<SinkRecord> batch = new ArrayList<>();
    private long offset;

    SeededFile(Path file) {
        context.fate = ReportFate.FAILS;
        task = StartedTask.of(
                new SqliteSinkConnector(), Map.of("name", "sqlite-sink", "sqlite.file", file.toString()), context);
        task.open(SOURCES);
    }

    /** A message; further fields can be added to it. */
    static ObjectNode message(Conversation conversation, String id, String sender, long sentAt, String text) {
        ObjectNode event = about(conversation, "message.created", id);
        event.putObject("sender").put("id", sender).put("name", sender);
        return event.put("sentAt", Rfc3339.format(sentAt)).put("text", text);
    }

    /** An event about a message. */
    static ObjectNode about(Conversation conversation, String type, String id) {
        ObjectNode event = JsonNodeFactory.instance
                .objectNode()
                .put("type", type)
                .put("platform", conversation.platform())
                .put("channel", conversation.channel());
        conversation.thread().ifPresent(thread -> event.put("thread", thread));
        return event.put("messageId", id);
    }

    /** Stores an event under a time, for a change that of the message. */
    void event(ObjectNode json, long sentAt) {
        byte[] value = json.toString().getBytes(StandardCharsets.UTF_8);
        ChatEvent event = new EventDecoder().decode(value);
        Placement placement = new Placement(Optional.empty(), sentAt, offset, event.type());
        add(SinkRecords.transcript(new SinkRecords.At(0, offset++), event.conversation(), value, placement));
    }

    /** Announces a session. */
    SessionId session(Conversation conversation, SessionSnapshot.Span span, long messages, boolean open) {
        SessionId id = SessionId.of(span.startedAt(), conversation.hash());
        add(SinkRecords.snapshot(
                new SinkRecords.At(0, offset++),
                new SessionSnapshot(
                        id,
                        conversation,
                        open
                                ? SessionStatus.OPEN
                                : SessionStatus.closed(span.lastMessageAt(), SessionStatus.ClosedBy.IDLE),
                        span,
                        new SessionSnapshot.Counts(messages, 0, 0, 0, new SessionSnapshot.Participants(3, false)),
                        "first",
                        "last",
                        Duration.ofMinutes(30),
                        new SessionSnapshot.Version(0, messages))));
        return id;
    }

    @Override
    public void close() {
        flush();
        task.close(SOURCES);
        task.stop();
    }

    private void add(SinkRecord record) {
        batch.add(record);
        if (batch.size() == BATCH) {
            flush();
        }
    }

    private void flush() {
        task.put(List.copyOf(batch));
        task.put(List.of());
        assertThat(context.paused).as("while the file cannot be written").isEmpty();
        batch.clear();
    }
}
