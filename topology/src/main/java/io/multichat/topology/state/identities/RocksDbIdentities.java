package io.multichat.topology.state.identities;

import io.multichat.topology.state.layers.InnermostStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;

/**
 * The store of a partition's identities on disk. Puts and restores take the blocks of the changelog; gets take single identities.
 *
 * <p>Puts are staged until the transaction of their events is committed, and the position in the changelog is written with them.
 * So the database holds nothing of an aborted transaction, is kept after any crash, and then needs only the records of the
 * changelog after its position: those since identities were last written, see {@link StagedIdentities}. This requires
 * {@code enable.transactional.statestores}; without it, Kafka Streams commits a store only when it is closed.
 */
final class RocksDbIdentities extends InnermostStore {
    private final IdentityRetention retention;
    private final int most;
    private IdentityDb db;
    private StagedIdentities identities;
    private ChangelogCheckpoint checkpoint;

    /** @param most see {@link StagedIdentities} */
    RocksDbIdentities(String name, IdentityRetention retention, int most) {
        super(name);
        this.retention = retention;
        this.most = most;
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
        checkpoint = readCheckpoint();
        identities = new StagedIdentities(db, retention, most);
        open(Optional.of(identities));
        context.register(root, (key, value) -> RocksCall.perform("restoring", () -> identities.restore(key, value)));
    }

    private ChangelogCheckpoint readCheckpoint() {
        try {
            return new ChangelogCheckpoint(RocksCall.attempt("reading the checkpoint", db::note));
        } catch (RuntimeException e) {
            db.close();
            throw e;
        }
    }

    @Override
    public void put(Bytes key, byte[] value) {
        requireOpen();
        identities.stage(key.get(), value);
    }

    /** The time of an identity, UTC milliseconds, in eight bytes; null when it is not stored. */
    @Override
    public byte[] get(Bytes key) {
        requireOpen();
        OptionalLong sentAt = RocksCall.attempt("looking up", () -> identities.sentAt(Identity.of(key.get())));
        return sentAt.isEmpty()
                ? null
                : ByteBuffer.allocate(Long.BYTES).putLong(sentAt.getAsLong()).array();
    }

    @Override
    public long approximateNumEntries() {
        return RocksCall.attempt("estimating", db::size);
    }

    @Override
    public long approximateNumUncommittedBytes() {
        return isOpen() ? identities.stagedBytes() : 0;
    }

    @Override
    public void commit(Map<TopicPartition, Long> changelogOffsets) {
        checkpoint.commit(changelogOffsets);
        RocksCall.perform("committing", () -> identities.commit(checkpoint.note()));
    }

    @Override
    public Long committedOffset(TopicPartition changelog) {
        return checkpoint.offset(changelog);
    }

    @Override
    public void close() {
        if (isOpen()) {
            open(Optional.empty());
            try {
                RocksCall.perform("closing", () -> identities.write(checkpoint.note()));
            } finally {
                db.close();
            }
        }
    }
}
