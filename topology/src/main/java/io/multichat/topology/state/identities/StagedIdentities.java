package io.multichat.topology.state.identities;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.kafka.streams.KeyValue;
import org.rocksdb.RocksDBException;

/**
 * The identities of a partition as its stream thread sees them: those in the database and those of the transaction at work, which
 * are staged in memory until it is committed. If it is aborted, Kafka Streams closes the store, and nothing of it was written.
 *
 * <p>Only the stream thread may use it, except for {@link #bytes}.
 */
final class StagedIdentities {
    /** Estimated memory of a staged identity beside its bytes in the block. */
    private static final int ENTRY_BYTES = 120;

    private final IdentityDb db;
    private final List<KeyValue<byte[], byte[]>> blocks = new ArrayList<>();
    private final Map<Identity, Long> times = new HashMap<>();
    private final AtomicLong bytes = new AtomicLong();

    /** @param db the committed identities */
    StagedIdentities(IdentityDb db) {
        this.db = db;
    }

    /** The committed identities. */
    IdentityDb db() {
        return db;
    }

    /** Stages a block, see {@link IdentityBlock}. */
    void stage(byte[] key, byte[] value) {
        int before = times.size();
        blocks.add(KeyValue.pair(key, value));
        IdentityBlock.read(key, value, (identity, sentAt, hour) -> times.put(Identity.of(identity), sentAt));
        bytes.addAndGet(key.length + value.length + (long) (times.size() - before) * ENTRY_BYTES);
    }

    /** The time of an identity, UTC milliseconds; empty when it is neither staged nor committed. */
    OptionalLong sentAt(Identity identity) throws RocksDBException {
        Long staged = times.get(identity);
        return staged != null ? OptionalLong.of(staged) : db.sentAt(identity.bytes());
    }

    /** Visits the staged identities. */
    void forEach(Consumer<Identity> visitor) {
        times.keySet().forEach(visitor);
    }

    /** Estimated memory of what is staged. */
    long bytes() {
        return bytes.get();
    }

    /** Writes what is staged, together with a note about the position in the changelog, to the database. */
    void commit(byte[] note) throws RocksDBException {
        db.write(blocks, Optional.of(note));
        blocks.clear();
        times.clear();
        bytes.set(0);
    }
}
