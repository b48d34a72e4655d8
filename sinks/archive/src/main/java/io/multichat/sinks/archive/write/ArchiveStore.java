package io.multichat.sinks.archive.write;

import io.multichat.reading.StoreException;
import io.multichat.sinks.archive.files.Failures;
import io.multichat.sinks.archive.segment.ArchiveStorage;
import io.multichat.sinks.archive.segment.LineEncoder;
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
 * The archive. Its positions are the ends of the chains of manifests. Entries are gathered for the next commit of their
 * topic-partition; what a chain holds already is ignored when it comes again.
 */
public final class ArchiveStore implements SinkStore {
    private static final Logger LOG = LoggerFactory.getLogger(ArchiveStore.class);

    private final ArchiveStorage storage;
    private final OwnedPartitions partitions;
    private final Commits commits;
    private final LongSupplier clockMs;
    private final LineEncoder lines = new LineEncoder();

    /** @param clockMs a clock that never goes back, milliseconds */
    public ArchiveStore(ArchiveSettings settings, ArchiveStorage storage, LongSupplier clockMs) {
        this.storage = storage;
        this.clockMs = clockMs;
        partitions = new OwnedPartitions(settings, storage);
        CommitRequests requests = new CommitRequests(storage.layout().commitRequest());
        commits = new Commits(partitions, settings.limits(), requests, clockMs);
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
            throw Failures.of(e);
        }
        return partitions.positions();
    }

    @Override
    public void setBack(TopicPartition partition, long offset) {
        LOG.warn(
                "{} is read from offset {} on, below the archive's {}: what lies between is skipped. That is right when records come"
                        + " again, and wrong when the topic was created anew: then archive it under another archive.dir",
                partition,
                offset,
                partitions.get(partition).position());
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
                        .append(lines.encode(entry), now);
            }
        } catch (IOException e) {
            throw Failures.of(e);
        }
    }

    @Override
    public Progress passed(Map<TopicPartition, OffsetRange> read) {
        long now = clockMs.getAsLong();
        read.forEach((partition, range) -> partitions.get(partition).passed(range.next() - 1, now));
        try {
            commits.run();
        } catch (IOException e) {
            throw Failures.of(e);
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
            throw Failures.of(e);
        }
    }
}
