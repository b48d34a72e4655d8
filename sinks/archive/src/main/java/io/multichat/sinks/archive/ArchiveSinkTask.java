package io.multichat.sinks.archive;

import io.multichat.sinks.archive.segment.ArchiveStorage;
import io.multichat.sinks.archive.settings.ArchiveSettings;
import io.multichat.sinks.archive.write.ArchiveStore;
import io.multichat.sinks.core.SinkVersion;
import io.multichat.sinks.core.loop.SinkLoop;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;

/**
 * Archives the records of the topic-partitions that it is given. The chains of manifests, and not the offsets that Connect keeps,
 * say what is archived: it begins where they end, and rewinds there when something fails.
 */
public final class ArchiveSinkTask extends SinkTask {
    private final Function<ArchiveSettings, ArchiveStorage> storages;
    private final LongSupplier clockMs;
    private SinkLoop loop;

    /** For Connect. */
    public ArchiveSinkTask() {
        this(ArchiveSettings::storage, SinkLoop::clockMs);
    }

    /** @param clockMs a clock that never goes back, milliseconds */
    public ArchiveSinkTask(Function<ArchiveSettings, ArchiveStorage> storages, LongSupplier clockMs) {
        this.storages = storages;
        this.clockMs = clockMs;
    }

    @Override
    public String version() {
        return SinkVersion.get();
    }

    @Override
    public void start(Map<String, String> properties) {
        ArchiveSettings settings = ArchiveSettings.of(properties);
        ArchiveStore store = new ArchiveStore(settings, storages.apply(settings), clockMs);
        loop = new SinkLoop(store, settings.topics(), context, clockMs);
    }

    @Override
    public void open(Collection<TopicPartition> partitions) {
        loop.open(partitions);
    }

    @Override
    public void put(Collection<SinkRecord> records) {
        loop.put(records);
    }

    @Override
    public Map<TopicPartition, OffsetAndMetadata> preCommit(Map<TopicPartition, OffsetAndMetadata> delivered) {
        return loop.preCommit();
    }

    @Override
    public void close(Collection<TopicPartition> partitions) {
        loop.close(partitions);
    }

    /** Commits nothing: the worker closes all topic-partitions before. */
    @Override
    public void stop() {
        if (loop != null) {
            loop.close();
        }
    }
}
