package io.multichat.sinks.archive;

import io.multichat.sinks.core.Origin;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.core.StoreException;
import io.multichat.sinks.core.StoreWriter;
import java.io.IOException;
import java.util.List;
import java.util.function.LongSupplier;
import org.apache.kafka.common.TopicPartition;

/**
 * Gathers entries for the next commit of their topic-partitions. Written again they are ignored, as long as the
 * topic-partition was not re-opened in between.
 */
final class ArchiveWriter implements StoreWriter {
    private final ArchiveStorage storage;
    private final OwnedPartitions partitions;
    private final LongSupplier clockMs;

    ArchiveWriter(ArchiveStorage storage, OwnedPartitions partitions, LongSupplier clockMs) {
        this.storage = storage;
        this.partitions = partitions;
        this.clockMs = clockMs;
    }

    // Refuses before it writes, so that a refused batch can be halved and written again.
    @Override
    public void write(List<SinkEntry> entries) {
        entries.forEach(LineEncoder::requireWritable);
        long now = clockMs.getAsLong();
        try {
            for (SinkEntry entry : entries) {
                Origin origin = entry.origin();
                partitions
                        .get(new TopicPartition(origin.topic(), origin.partition()))
                        .append(LineEncoder.encode(entry), now);
            }
        } catch (IOException e) {
            throw Failures.of(e);
        }
    }

    /** @throws StoreException when an open file cannot be closed */
    @Override
    public void close() {
        try {
            storage.close();
        } catch (IOException e) {
            throw Failures.of(e);
        }
    }
}
