package io.multichat.jobs.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.Placement;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.Topics;
import io.multichat.sinks.archive.ArchiveSinkConnector;
import io.multichat.sinks.core.testing.ReportFate;
import io.multichat.sinks.core.testing.SinkRecords;
import io.multichat.sinks.core.testing.StartedTask;
import io.multichat.sinks.core.testing.WorkerContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;

/** An archive written by the sink's own task, which commits every record at once. */
public final class ArchivedChat implements AutoCloseable {
    private static final Set<TopicPartition> SOURCES =
            Set.of(new TopicPartition(Topics.TRANSCRIPT, 0), new TopicPartition(Topics.SESSIONS, 0));

    private final WorkerContext context = new WorkerContext();
    private final SinkTask task;
    private long offset;

    public ArchivedChat(Path folder) {
        context.fate = ReportFate.FAILS;
        Map<String, String> settings = Map.of("archive.dir", folder.toString(), "archive.commit.records", "1");
        task = StartedTask.of(new ArchiveSinkConnector(), settings, context);
        task.open(SOURCES);
    }

    /** Archives an accepted event. An edit or a delete is stored under the time of its message. */
    public void accepted(ChatEvent event, long sentAt, long order) {
        Placement placement = new Placement(Optional.empty(), sentAt, order, event.type());
        put(SinkRecords.transcript(at(), event, placement));
    }

    public void announced(SessionSnapshot snapshot) {
        put(SinkRecords.snapshot(at(), snapshot));
    }

    public void message(Conversation conversation, String id, long sentAt, long order) {
        accepted(Chat.message(conversation, id, sentAt), sentAt, order);
    }

    @Override
    public void close() {
        task.close(SOURCES);
        task.stop();
    }

    private SinkRecords.At at() {
        return new SinkRecords.At(0, offset++);
    }

    private void put(SinkRecord record) {
        task.put(List.of(record));
        assertThat(context.paused).as("while the archive cannot be written").isEmpty();
    }
}
