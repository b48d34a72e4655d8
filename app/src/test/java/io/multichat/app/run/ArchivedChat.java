package io.multichat.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.Conversation;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.events.Topics;
import io.multichat.sinks.archive.ArchiveSinkConnector;
import io.multichat.sinks.core.testing.ReportFate;
import io.multichat.sinks.core.testing.SinkRecords;
import io.multichat.sinks.core.testing.StartedTask;
import io.multichat.sinks.core.testing.WorkerContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;

/** An archive with one message and its session. */
final class ArchivedChat {
    private static final Conversation GENERAL = Conversation.of("slack", "general");
    private static final long START = 1_769_850_000_000L;
    static final SessionId ID = SessionId.of(START, GENERAL.hash());
    private static final Set<TopicPartition> SOURCES =
            Set.of(new TopicPartition(Topics.TRANSCRIPT, 0), new TopicPartition(Topics.SESSIONS, 0));

    private ArchivedChat() {}

    /** Archives one message and its session through the sink's own task. */
    static void write(Path folder) {
        WorkerContext context = new WorkerContext();
        context.fate = ReportFate.FAILS;
        Map<String, String> settings = Map.of("archive.dir", folder.toString(), "archive.commit.records", "1");
        SinkTask task = StartedTask.of(new ArchiveSinkConnector(), settings, context);
        task.open(SOURCES);
        List<SinkRecord> records = List.of(
                SinkRecords.transcript(
                        new SinkRecords.At(0, 0),
                        SinkRecords.message(GENERAL, "m0", START, "hello"),
                        SinkRecords.placed(START, 0)),
                SinkRecords.snapshot(new SinkRecords.At(0, 0), snapshot()));
        records.forEach(record -> task.put(List.of(record)));
        assertThat(context.paused).as("while the archive cannot be written").isEmpty();
        task.close(SOURCES);
        task.stop();
    }

    private static SessionSnapshot snapshot() {
        return new SessionSnapshot(
                ID,
                GENERAL,
                SessionStatus.OPEN,
                new SessionSnapshot.Span(START, START),
                new SessionSnapshot.Counts(1, 0, 0, 0, new SessionSnapshot.Participants(1, false)),
                "m0",
                "m0",
                Duration.ofMinutes(30),
                new SessionSnapshot.Version(0, 1));
    }
}
