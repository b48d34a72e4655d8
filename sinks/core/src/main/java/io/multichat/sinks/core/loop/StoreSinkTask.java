package io.multichat.sinks.core.loop;

import io.multichat.sinks.core.ConfiguredStore;
import io.multichat.sinks.core.SinkVersion;
import io.multichat.sinks.core.StoreFactory;
import java.util.Collection;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;

/**
 * The task of every Multichat sink. The stores differ, the task does not: a {@link StoreFactory} supplies the store, and a
 * {@link SinkLoop} does the work. The store's own positions, not Connect's offsets, decide where reading starts and restarts.
 */
public final class StoreSinkTask extends SinkTask {
    private final StoreFactory stores;
    private final LongSupplier clockMs;
    private final Overlap overlap;
    private SinkLoop loop;

    /** Creates the task as Connect does; {@link StoreFactorySetting} names the factory in the settings. */
    public StoreSinkTask() {
        this(StoreFactorySetting::create, () -> System.nanoTime() / 1_000_000, Overlap.inThread());
    }

    /** Creates a task with a given store and clock, without overlap; see {@link Overlap#NONE}. */
    public StoreSinkTask(StoreFactory stores, LongSupplier clockMs) {
        this(stores, clockMs, Overlap.NONE);
    }

    /**
     * Creates a task with a given store, clock and overlap.
     *
     * @param clockMs a clock that never goes back, in milliseconds
     */
    public StoreSinkTask(StoreFactory stores, LongSupplier clockMs, Overlap overlap) {
        this.stores = stores;
        this.clockMs = clockMs;
        this.overlap = overlap;
    }

    @Override
    public String version() {
        return SinkVersion.get();
    }

    @Override
    public void start(Map<String, String> settings) {
        ConfiguredStore configured = stores.create(settings, clockMs);
        loop = new SinkLoop(configured, context, clockMs, overlap);
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

    /** Commits nothing: Connect closes all partitions first. Connect also calls this if {@link #start} failed. */
    @Override
    public void stop() {
        if (loop != null) {
            loop.close();
        }
    }
}
