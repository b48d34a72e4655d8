package io.multichat.topology.state.identities;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.rocksdb.RocksDBException;

/**
 * The identities of a partition as its stream thread sees them: those in the database, those that were committed since its last
 * write, and those of the transaction at work, which are staged until it is committed. If it is aborted, Kafka Streams closes the
 * store, and nothing of it was written.
 *
 * <p>Committed identities are collected in memory and written as one sorted file, which costs a quarter of writing each of them.
 * After a crash, they are read again from the changelog.
 *
 * <p>Only the stream thread may use it, except for {@link #stagedBytes}.
 */
final class StagedIdentities {
    private final IdentityDb db;
    private final int most;
    private final IdentityRun staged;
    private final IdentityRun committed;
    private final AtomicLong stagedBytes = new AtomicLong();
    private boolean isRestored;

    /** @param most number of committed identities in memory at which they are written to the database */
    StagedIdentities(IdentityDb db, IdentityRetention retention, int most) {
        this.db = db;
        this.most = most;
        this.staged = new IdentityRun(retention);
        this.committed = new IdentityRun(retention);
    }

    /** The identities on disk. */
    IdentityDb db() {
        return db;
    }

    /** Stages a block, see {@link IdentityBlock}. */
    void stage(byte[] key, byte[] value) {
        staged.add(key, value);
        stagedBytes.set(staged.bytes());
    }

    /** Adds a block that was committed earlier. */
    void restore(byte[] key, byte[] value) throws RocksDBException {
        committed.add(key, value);
        isRestored = true;
        if (committed.size() >= most) {
            db.write(committed, Optional.empty());
            committed.clear();
        }
    }

    /** The time of an identity, UTC milliseconds; empty when it is neither staged nor committed. */
    OptionalLong sentAt(Identity identity) throws RocksDBException {
        OptionalLong sentAt = staged.sentAt(identity);
        if (sentAt.isEmpty()) {
            sentAt = committed.sentAt(identity);
        }
        return sentAt.isPresent() ? sentAt : db.sentAt(identity.bytes());
    }

    /** Visits the identities that are not in the database. */
    void forEachInMemory(Consumer<Identity> visitor) {
        for (IdentityRun run : new IdentityRun[] {staged, committed}) {
            run.eras()
                    .values()
                    .forEach(table -> table.forEach((high, low, sentAt) -> visitor.accept(new Identity(high, low))));
        }
    }

    /** Estimated memory of what is staged. */
    long stagedBytes() {
        return stagedBytes.get();
    }

    /**
     * Commits what is staged. Writes to the database when enough was committed since the last time; after a restore at once, so
     * that it need not be repeated.
     *
     * @param note describes the position in the changelog of everything committed
     */
    void commit(byte[] note) throws RocksDBException {
        committed.addAll(staged);
        staged.clear();
        stagedBytes.set(0);
        if (isRestored || committed.size() >= most) {
            write(note);
        }
    }

    /** Writes everything committed to the database. */
    void write(byte[] note) throws RocksDBException {
        db.write(committed, Optional.of(note));
        committed.clear();
        isRestored = false;
    }
}
