package io.multichat.app.export;

import io.multichat.app.testing.WorkerlessContext;
import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.EventEncoder;
import io.multichat.events.Placement;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SnapshotEncoder;
import io.multichat.events.Topics;
import io.multichat.sinks.archive.ArchiveSinkTask;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.sink.SinkRecord;

/** An archive, written by the sink's own task; every record is committed at once. */
final class ArchivedChat implements AutoCloseable {
    private static final Set<TopicPartition> SOURCES =
            Set.of(new TopicPartition(Topics.TRANSCRIPT, 0), new TopicPartition(Topics.SESSIONS, 0));

    private final ArchiveSinkTask task = new ArchiveSinkTask();
    private long offset;

    ArchivedChat(Path folder) {
        task.initialize(new WorkerlessContext(SOURCES));
        task.start(Map.of("archive.dir", folder.toString(), "archive.commit.records", "1"));
        task.open(SOURCES);
    }

    /** An accepted event; an edit or a delete is kept under the time of its message. */
    void accepted(ChatEvent event, long sentAt, long order) {
        RecordHeaders headers = new RecordHeaders();
        new Placement(Optional.empty(), sentAt, order, event.type()).writeTo(headers);
        ConnectHeaders connect = new ConnectHeaders();
        headers.forEach(header -> connect.addBytes(header.key(), header.value()));
        put(Topics.TRANSCRIPT, event.conversation().key(), new EventEncoder().encode(event), connect);
    }

    void announced(SessionSnapshot snapshot) {
        put(
                Topics.SESSIONS,
                snapshot.sessionId().toString(),
                new SnapshotEncoder().encode(snapshot),
                new ConnectHeaders());
    }

    void message(Conversation conversation, String id, long sentAt, long order) {
        accepted(Chat.message(conversation, id, sentAt), sentAt, order);
    }

    @Override
    public void close() {
        task.close(SOURCES);
        task.stop();
    }

    private void put(String topic, String key, byte[] value, ConnectHeaders headers) {
        SinkRecord record = new SinkRecord(
                topic,
                0,
                Schema.OPTIONAL_BYTES_SCHEMA,
                key.getBytes(StandardCharsets.US_ASCII),
                Schema.OPTIONAL_BYTES_SCHEMA,
                value,
                offset++,
                0L,
                TimestampType.LOG_APPEND_TIME,
                headers);
        task.put(List.of(record));
    }
}
