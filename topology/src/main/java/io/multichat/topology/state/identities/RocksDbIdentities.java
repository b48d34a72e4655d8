package io.multichat.topology.state.identities;

import io.multichat.topology.state.layers.InnermostStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.TaskCorruptedException;
import org.apache.kafka.streams.processor.BatchingStateRestoreCallback;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;

/**
 * The store of a partition's identities on disk. Puts and restores take the blocks of the changelog; gets take single identities.
 *
 * <p>Like the stores of Kafka Streams it may hold uncommitted writes, and it stores its position in the changelog. If it was not
 * closed cleanly and processing is exactly-once, it reports its task as corrupted when it is opened; Kafka Streams then wipes
 * it and restores it from the changelog.
 */
final class RocksDbIdentities extends InnermostStore {
    private final IdentityRetention retention;
    private IdentityDb db;
    private ChangelogCheckpoint checkpoint;

    RocksDbIdentities(String name, IdentityRetention retention) {
        super(name);
        this.retention = retention;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        Map<String, Object> config = context.appConfigs();
        Path directory = context.stateDir().toPath().resolve("rocksdb").resolve(name());
        RocksDbTuning tuning = new RocksDbTuning(name(), config);
        try {
            Files.createDirectories(directory);
            db = RocksCall.attempt("opening " + directory, () -> new IdentityDb(directory, tuning, retention));
        } catch (IOException | RuntimeException e) {
            tuning.close();
            throw new ProcessorStateException("the store " + name() + " cannot be opened", e);
        }
        checkpoint = new ChangelogCheckpoint(RocksCall.attempt("reading the checkpoint", db::note));
        Object guarantee = config.get(StreamsConfig.PROCESSING_GUARANTEE_CONFIG);
        if (!checkpoint.clean() && StreamsConfig.EXACTLY_ONCE_V2.equals(guarantee)) {
            db.close();
            throw new TaskCorruptedException(Set.of(context.taskId()));
        }
        note(ChangelogCheckpoint.OPEN);
        open(Optional.of(db));
        context.register(
                root, (BatchingStateRestoreCallback) blocks -> RocksCall.perform("restoring", () -> db.write(blocks)));
    }

    private void note(String state) {
        RocksCall.perform("writing the checkpoint", () -> db.note(checkpoint.note(state)));
    }

    @Override
    public void put(Bytes key, byte[] value) {
        requireOpen();
        RocksCall.perform("writing", () -> db.write(List.of(KeyValue.pair(key.get(), value))));
    }

    /** The time of an identity, UTC milliseconds, in eight bytes; null when it is not stored. */
    @Override
    public byte[] get(Bytes key) {
        requireOpen();
        OptionalLong sentAt = RocksCall.attempt("looking up", () -> db.sentAt(key.get()));
        return sentAt.isEmpty()
                ? null
                : ByteBuffer.allocate(Long.BYTES).putLong(sentAt.getAsLong()).array();
    }

    @Override
    public long approximateNumEntries() {
        return RocksCall.attempt("estimating", db::size);
    }

    @Override
    public void commit(Map<TopicPartition, Long> changelogOffsets) {
        checkpoint.commit(changelogOffsets);
        note(ChangelogCheckpoint.OPEN);
    }

    @Override
    public Long committedOffset(TopicPartition changelog) {
        return checkpoint.offset(changelog);
    }

    @Override
    public boolean persistent() {
        return true;
    }

    @Override
    public void close() {
        if (isOpen()) {
            open(Optional.empty());
            note(ChangelogCheckpoint.CLOSED);
            db.close();
        }
    }
}
