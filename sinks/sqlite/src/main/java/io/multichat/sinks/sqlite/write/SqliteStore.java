package io.multichat.sinks.sqlite.write;

import io.multichat.sinks.core.OffsetRange;
import io.multichat.sinks.core.Progress;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.core.SinkStore;
import io.multichat.sinks.sqlite.settings.Layout;
import io.multichat.sinks.sqlite.settings.SqliteSettings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.apache.kafka.common.TopicPartition;

/** The files that a task writes: one in the layout {@code single}, otherwise one for each of its partitions. */
public final class SqliteStore implements SinkStore {
    private final SqliteSettings settings;
    private final LongSupplier clockMs;
    private final Set<TopicPartition> owned = new HashSet<>();
    private final Map<Integer, FileStore> files = new TreeMap<>();

    /**
     * Opens nothing yet.
     *
     * @param clockMs a monotonic clock, milliseconds
     */
    public SqliteStore(SqliteSettings settings, LongSupplier clockMs) {
        this.settings = settings;
        this.clockMs = clockMs;
    }

    @Override
    public void take(Collection<TopicPartition> partitions) {
        owned.addAll(partitions);
    }

    /** The offsets in the files. If the log no longer has one, the consumer starts at the log's beginning, and the file follows. */
    @Override
    public Map<TopicPartition, Long> positions() {
        settings.layout().requireNoObstacle(settings.file());
        Map<FileStore, List<TopicPartition>> byFile = new HashMap<>();
        owned.forEach(partition -> byFile.computeIfAbsent(file(partition.partition()), key -> new ArrayList<>())
                .add(partition));
        Map<TopicPartition, Long> positions = new HashMap<>();
        byFile.forEach((file, partitions) -> positions.putAll(file.positions(partitions)));
        return positions;
    }

    @Override
    public void setBack(TopicPartition partition, long offset) {
        file(partition.partition()).setBack(partition, offset);
    }

    @Override
    public void write(List<SinkEntry> entries) {
        if (settings.layout() == Layout.SINGLE) {
            file(0).write(entries);
            return;
        }
        Map<Integer, List<SinkEntry>> byPartition = new TreeMap<>();
        entries.forEach(entry -> byPartition
                .computeIfAbsent(entry.origin().partition(), key -> new ArrayList<>())
                .add(entry));
        byPartition.forEach((partition, portion) -> file(partition).write(portion));
    }

    @Override
    public Progress passed(Map<TopicPartition, OffsetRange> read) {
        Map<FileStore, Map<TopicPartition, OffsetRange>> byFile = new HashMap<>();
        files.values().forEach(file -> byFile.put(file, new HashMap<>()));
        read.forEach(
                (partition, range) -> byFile.get(file(partition.partition())).put(partition, range));
        Map<TopicPartition, Long> durable = new HashMap<>();
        boolean displaced = false;
        long untilDueMs = Long.MAX_VALUE;
        for (Map.Entry<FileStore, Map<TopicPartition, OffsetRange>> portion : byFile.entrySet()) {
            Progress progress = portion.getKey().passed(portion.getValue(), clockMs);
            durable.putAll(progress.durable());
            displaced |= progress.displaced();
            untilDueMs = Math.min(untilDueMs, progress.untilDueMs());
        }
        return new Progress(durable, displaced, untilDueMs);
    }

    @Override
    public void abandon() {
        files.values().forEach(file -> file.close(false));
    }

    /** Closes the files in which the task no longer owns a partition, so that the next owner finds them closed. */
    @Override
    public void release(Collection<TopicPartition> partitions) {
        owned.removeAll(Set.copyOf(partitions));
        files.values().forEach(file -> file.release(partitions));
        files.entrySet().removeIf(file -> {
            boolean done = owned.stream()
                    .noneMatch(partition -> settings.layout().number(partition.partition()) == file.getKey());
            if (done) {
                file.getValue().close(true);
            }
            return done;
        });
    }

    @Override
    public void close() {
        files.values().forEach(file -> file.close(true));
    }

    private FileStore file(int partition) {
        return files.computeIfAbsent(
                settings.layout().number(partition),
                number -> new FileStore(settings, settings.layout().file(settings.file(), number)));
    }
}
