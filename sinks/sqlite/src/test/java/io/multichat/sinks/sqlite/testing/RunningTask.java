package io.multichat.sinks.sqlite.testing;

import io.multichat.events.Topics;
import io.multichat.sinks.core.loop.StoreSinkTask;
import io.multichat.sinks.core.testing.WorkerContext;
import io.multichat.sinks.sqlite.SqliteStoreFactory;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;

/** A task on a file, called as a Connect worker calls it. */
public final class RunningTask implements AutoCloseable {
    public static final TopicPartition TRANSCRIPT = new TopicPartition(Topics.TRANSCRIPT, 0);
    public static final TopicPartition SESSIONS = new TopicPartition(Topics.SESSIONS, 0);

    public final WorkerContext context = new WorkerContext();
    public final AtomicLong clockMs = new AtomicLong();
    private final StoreSinkTask task = new StoreSinkTask(new SqliteStoreFactory(), clockMs::get);

    private RunningTask(Map<String, String> settings) {
        task.initialize(context);
        task.start(settings);
        task.open(List.of(TRANSCRIPT, SESSIONS));
    }

    public static RunningTask on(Path file) {
        return new RunningTask(settings(file));
    }

    public static RunningTask on(Path file, String setting, String value) {
        Map<String, String> settings = new HashMap<>(settings(file));
        settings.put(setting, value);
        return new RunningTask(settings);
    }

    public static Map<String, String> settings(Path file) {
        return Map.of("name", "sqlite-sink", "sqlite.file", file.toString(), "sqlite.busy.timeout", "50ms");
    }

    /** Delivers records, after which no more are available. */
    public void put(SinkRecord... records) {
        put(List.of(records));
    }

    /** Delivers records, after which no more are available. */
    public void put(List<SinkRecord> records) {
        task.put(records);
        task.put(List.of());
    }

    /** Delivers records while more are available. */
    public void putAmongMore(List<SinkRecord> records) {
        task.put(records);
    }

    /** Revokes all partitions, as when another task takes them over. */
    public void release() {
        task.close(List.of(TRANSCRIPT, SESSIONS));
    }

    /** The offset of the transcript that the task has asked the worker to rewind to. */
    public long resumedAt() {
        return context.rewinds.get(TRANSCRIPT);
    }

    @Override
    public void close() {
        task.stop();
    }
}
