package io.multichat.sinks.archive;

import io.multichat.sinks.core.Delivery;
import io.multichat.sinks.core.EntryDecoder;
import io.multichat.sinks.core.SinkVersion;
import io.multichat.sinks.core.StoreException;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
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
    private OwnedPartitions partitions;
    private ArchiveWriter writer;
    private Delivery delivery;
    private Commits commits;
    private Setback setback;

    /** For Connect. */
    public ArchiveSinkTask() {
        this(ArchiveStorage::of, () -> System.nanoTime() / 1_000_000);
    }

    /** @param clockMs a clock that never goes back, milliseconds */
    ArchiveSinkTask(Function<ArchiveSettings, ArchiveStorage> storages, LongSupplier clockMs) {
        this.storages = storages;
        this.clockMs = clockMs;
    }

    @Override
    public String version() {
        return SinkVersion.get();
    }

    @Override
    public void start(Map<String, String> props) {
        ArchiveSettings settings = ArchiveSettings.of(props);
        ArchiveStorage storage = storages.apply(settings);
        partitions = new OwnedPartitions(settings, storage);
        writer = new ArchiveWriter(storage, partitions, clockMs);
        delivery = new Delivery(new EntryDecoder(settings.topics()), writer, context.errantRecordReporter());
        CommitRequests requests = new CommitRequests(storage.layout().commitRequest());
        commits = new Commits(partitions, settings.limits(), requests, clockMs);
        setback = new Setback(context, clockMs);
        try {
            storage.probe();
        } catch (IOException e) {
            throw Failures.of(e).toConnect();
        }
    }

    @Override
    public void open(Collection<TopicPartition> opened) {
        partitions.take(opened);
        try {
            partitions.reopen();
            context.offset(partitions.positions());
        } catch (IOException e) {
            fail(Failures.of(e));
        }
    }

    @Override
    public void put(Collection<SinkRecord> records) {
        if (setback.waiting()) {
            return;
        }
        try {
            if (setback.present()) {
                partitions.reopen();
                context.offset(partitions.positions());
                setback.end(partitions.positions().keySet());
                return;
            }
            List<SinkRecord> fresh = partitions.fresh(records);
            delivery.deliver(fresh);
            partitions.passed(fresh, clockMs.getAsLong());
            if (commits.run()) {
                setback.forget();
            }
            if (partitions.reopen()) {
                context.offset(partitions.positions());
            }
            context.timeout(commits.untilNextMs());
        } catch (IOException e) {
            fail(Failures.of(e));
        } catch (StoreException e) {
            fail(e);
        } catch (RuntimeException e) {
            // Worker and task end here, and giving up commits what is sound: it would commit past a record that is not
            // reported.
            partitions.all().forEach(PartitionWriter::abandon);
            throw e;
        }
    }

    @Override
    public Map<TopicPartition, OffsetAndMetadata> preCommit(Map<TopicPartition, OffsetAndMetadata> delivered) {
        Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
        for (TopicPartition source : partitions.positions().keySet()) {
            ChainHead head = partitions.get(source).head();
            if (head.sequence() > 0) {
                committed.put(source, new OffsetAndMetadata(head.nextOffset()));
            }
        }
        return committed;
    }

    @Override
    public void close(Collection<TopicPartition> closed) {
        closed.forEach(partitions::giveUp);
    }

    /** Commits nothing: the worker closes all topic-partitions before. */
    @Override
    public void stop() {
        if (writer != null) {
            writer.close();
        }
    }

    private void fail(StoreException failure) {
        partitions.all().forEach(PartitionWriter::abandon);
        if (failure.verdict() == StoreException.Verdict.STOP) {
            throw failure.toConnect();
        }
        try {
            partitions.reopen();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
        context.offset(partitions.positions());
        setback.begin(failure, partitions.positions().keySet());
    }
}
