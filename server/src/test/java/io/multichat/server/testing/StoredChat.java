package io.multichat.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.Placement;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.events.Topics;
import io.multichat.events.codec.EventDecoder;
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
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;

/** A SQLite file with one session of one conversation, written by the sink's own task. */
public final class StoredChat implements AutoCloseable {
    public static final Conversation GENERAL = Conversation.of("slack", "general");
    public static final long START = 1_769_850_000_000L;
    public static final SessionId ID = SessionId.of(START, GENERAL.hash());
    private static final Set<TopicPartition> SOURCES =
            Set.of(new TopicPartition(Topics.TRANSCRIPT, 0), new TopicPartition(Topics.SESSIONS, 0));

    private final WorkerContext context = new WorkerContext();
    private final SinkTask task;
    private long offset;

    public StoredChat(Path file) {
        this(file, true);
    }

    /** @param search whether the file has a search index */
    public StoredChat(Path file, boolean search) {
        context.fate = ReportFate.FAILS;
        Map<String, String> settings = Map.of(
                "name", "sqlite-sink", "sqlite.file", file.toString(), "sqlite.search", Boolean.toString(search));
        task = StartedTask.of(new SqliteSinkConnector(), settings, context);
        task.open(SOURCES);
    }

    /** Messages {@code m0}, {@code m1} and so on, one per second, and their session. */
    public static Path of(Path file, String... texts) {
        try (StoredChat chat = new StoredChat(file)) {
            for (int i = 0; i < texts.length; i++) {
                chat.message("m" + i, START + i * 1_000L, texts[i]);
            }
            chat.session(texts.length);
        }
        return file;
    }

    public void message(String id, long sentAt, String text) {
        put(SinkRecords.transcript(
                new SinkRecords.At(0, offset++),
                SinkRecords.message(GENERAL, id, sentAt, text),
                SinkRecords.placed(sentAt, offset)));
    }

    /** Stores the given JSON, a version of the first message or another event. */
    public void event(String json) {
        byte[] value = json.getBytes(StandardCharsets.UTF_8);
        ChatEvent event = new EventDecoder().decode(value);
        long placed = event.type().isOfMessage() ? START : event.at();
        put(SinkRecords.transcript(
                new SinkRecords.At(0, offset++),
                GENERAL,
                value,
                new Placement(Optional.empty(), placed, offset, event.type())));
    }

    /** Announces the session with this number of messages, one per second. */
    public void session(int messages) {
        put(SinkRecords.snapshot(new SinkRecords.At(0, offset++), snapshot(messages)));
    }

    /** Announces a session of this id, with this number of messages, one per second. */
    public void announced(SessionId id, SessionStatus status, int messages) {
        SessionSnapshot session = snapshot(messages);
        put(SinkRecords.snapshot(
                new SinkRecords.At(0, offset++),
                new SessionSnapshot(
                        id,
                        GENERAL,
                        status,
                        session.span(),
                        session.counts(),
                        session.firstMessageId(),
                        session.lastMessageId(),
                        session.gap(),
                        session.version())));
    }

    /** Stores the record at once, because the task writes when it gets an empty batch. */
    private void put(SinkRecord record) {
        task.put(List.of(record));
        task.put(List.of());
        assertThat(context.paused).as("while the file cannot be written").isEmpty();
    }

    public static SessionSnapshot snapshot(int messages) {
        return new SessionSnapshot(
                ID,
                GENERAL,
                SessionStatus.OPEN,
                new SessionSnapshot.Span(START, START + (messages - 1) * 1_000L),
                new SessionSnapshot.Counts(messages, 0, 0, 0, new SessionSnapshot.Participants(1, false)),
                "m0",
                "m" + (messages - 1),
                Duration.ofMinutes(30),
                new SessionSnapshot.Version(0, messages));
    }

    @Override
    public void close() {
        task.close(SOURCES);
        task.stop();
    }
}
