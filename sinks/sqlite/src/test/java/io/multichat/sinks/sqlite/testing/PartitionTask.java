package io.multichat.sinks.sqlite.testing;

import io.multichat.events.Conversation;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.events.Topics;
import io.multichat.sinks.core.testing.SinkRecords;
import io.multichat.sinks.core.testing.StartedTask;
import io.multichat.sinks.core.testing.WorkerContext;
import io.multichat.sinks.sqlite.SqliteSinkConnector;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;

/** A task in the layout {@code per-partition} that owns some partitions of both topics. Each partition has one conversation. */
public final class PartitionTask implements AutoCloseable {
    public final WorkerContext context = new WorkerContext();
    private final SinkTask task;
    private final List<TopicPartition> partitions = new ArrayList<>();

    public PartitionTask(Path file, int... owned) {
        for (int partition : owned) {
            partitions.add(new TopicPartition(Topics.TRANSCRIPT, partition));
            partitions.add(new TopicPartition(Topics.SESSIONS, partition));
        }
        Map<String, String> settings = new HashMap<>(RunningTask.settings(file));
        settings.put("sqlite.layout", "per-partition");
        task = StartedTask.of(new SqliteSinkConnector(), settings, context);
        task.open(partitions);
    }

    static Conversation conversation(int partition) {
        return Conversation.of("slack", "c" + partition);
    }

    /** A message whose {@code sentAt} equals its offset. */
    public static SinkRecord message(int partition, long offset) {
        return SinkRecords.transcript(
                new SinkRecords.At(partition, offset),
                SinkRecords.message(conversation(partition), "m" + offset, offset, "word"),
                SinkRecords.placed(offset, offset));
    }

    /** The record of an open session. */
    public static SinkRecord session(int partition, long from, long to) {
        return SinkRecords.snapshot(new SinkRecords.At(partition, from), snapshot(partition, from, to));
    }

    public static SessionSnapshot snapshot(int partition, long from, long to) {
        return new SessionSnapshot(
                SessionId.of(from, conversation(partition).hash()),
                conversation(partition),
                SessionStatus.OPEN,
                new SessionSnapshot.Span(from, to),
                new SessionSnapshot.Counts(2, 0, 0, 8, new SessionSnapshot.Participants(1, false)),
                "m" + from,
                "m" + to,
                Duration.ofMinutes(30),
                new SessionSnapshot.Version(0, 1));
    }

    public void put(SinkRecord... records) {
        task.put(List.of(records));
        task.put(List.of());
    }

    /** Revokes a partition, as when another task takes it over. */
    public void release(int partition) {
        task.close(partitions.stream()
                .filter(owned -> owned.partition() == partition)
                .toList());
    }

    @Override
    public void close() {
        task.stop();
    }
}
