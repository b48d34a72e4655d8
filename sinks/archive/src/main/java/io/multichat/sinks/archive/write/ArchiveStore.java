package io.multichat.sinks.archive.write;

import io.multichat.reading.StoreException;
import io.multichat.sinks.archive.files.ArchiveErrors;
import io.multichat.sinks.archive.segment.ArchiveStorage;
import io.multichat.sinks.archive.segment.ArchivedLine;
import io.multichat.sinks.archive.settings.ArchiveSettings;
import io.multichat.sinks.core.OffsetRange;
import io.multichat.sinks.core.Origin;
import io.multichat.sinks.core.Progress;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.core.SinkStore;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The archive as a store. Its positions are the ends of the chains of manifests. Entries wait for the next commit of their
 * topic-partition; entries that a chain already holds are ignored.
 */
public final class ArchiveStore implements SinkStore {
    private static final Logger LOG = LoggerFactory.getLogger(ArchiveStore.class);

    private final ArchiveStorage storage;
    private final OwnedPartitions partitions;
    private final CommitSchedule commits;
    private final LongSupplier clockMs;

    /** @param clockMs a monotonic clock, milliseconds */
    public ArchiveStore(ArchiveSettings settings, ArchiveStorage storage, LongSupplier clockMs) {
        this.storage = storage;
        this.clockMs = clockMs;
        partitions = new OwnedPartitions(settings, storage);
        CommitRequests requests = new CommitRequests(storage.layout().commitRequest());
        commits = new CommitSchedule(partitions, settings.limits(), requests, clockMs);
    }

    /** A line holds the event's bytes, its conversation and its placement. */
    @Override
    public boolean needsEvents() {
        return false;
    }

    @Override
    public void take(Collection<TopicPartition> taken) {
        partitions.take(taken);
    }

    @Override
    public Map<TopicPartition, Long> positions() {
        try {
            partitions.reopen();
        } catch (IOException e) {
            throw ArchiveErrors.of(e);
        }
        return partitions.positions();
    }

    @Override
    public void setBack(TopicPartition partition, long offset) {
        LOG.warn(
                "Reading {} from offset {}, before the archive's position {}: the records in between are skipped."
                        + " This is right if they are delivered again. It is wrong if the topic was recreated:"
                        + " then set another archive.dir",
                partition,
                offset,
                partitions.get(partition).position());
    }

    // Checks all entries before it writes any, so that a rejected batch can be split and written again.
    @Override
    public void write(List<SinkEntry> entries) {
        entries.forEach(ArchivedLine::requireWritable);
        long now = clockMs.getAsLong();
        try {
            for (SinkEntry entry : entries) {
                Origin origin = entry.origin();
                partitions
                        .get(new TopicPartition(origin.topic(), origin.partition()))
                        .append(ArchivedLine.of(entry), now);
            }
        } catch (IOException e) {
            throw ArchiveErrors.of(e);
        }
    }

    @Override
    public Progress passed(Map<TopicPartition, OffsetRange> read) {
        long now = clockMs.getAsLong();
        read.forEach((partition, range) -> partitions.get(partition).passed(range.next() - 1, now));
        try {
            commits.run();
        } catch (IOException e) {
            throw ArchiveErrors.of(e);
        }
        return new Progress(partitions.durable(), !partitions.sound(), commits.untilNextMs());
    }

    @Override
    public void abandon() {
        partitions.all().forEach(PartitionWriter::abandon);
    }

    @Override
    public void release(Collection<TopicPartition> released) {
        released.forEach(partitions::giveUp);
    }

    /** @throws StoreException when an open file cannot be closed */
    @Override
    public void close() {
        try {
            storage.close();
        } catch (IOException e) {
            throw ArchiveErrors.of(e);
        }
    }
}
