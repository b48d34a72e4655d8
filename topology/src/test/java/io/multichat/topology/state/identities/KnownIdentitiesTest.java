package io.multichat.topology.state.identities;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.RocksDBException;

/** The filter never excludes a stored identity, however it is loaded, and is effective once it is complete. */
class KnownIdentitiesTest {
    private static final int STORED = 1_000;
    private static final IdentityRetention FOR_EVER = IdentityRetention.of(Optional.empty());

    @TempDir
    private Path directory;

    private IdentityDb db;

    @BeforeEach
    void open() throws RocksDBException {
        db = new IdentityDb(directory, new RocksDbTuning("identities", Map.of()), FOR_EVER);
        store(0, STORED);
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void nothingIsExcludedBeforeTheFilterIsComplete() {
        KnownIdentities known = new KnownIdentities(new StagedIdentities(db, FOR_EVER, 1_000), 1 << 20);
        known.load(STORED - 1);

        assertThat(known.excludes(identity(STORED))).isFalse();
        assertThat(known.outdated()).isTrue();
    }

    @Test
    void identitiesStoredDuringTheLoadAreNotExcludedAfterwards() throws RocksDBException {
        KnownIdentities known = new KnownIdentities(new StagedIdentities(db, FOR_EVER, 1_000), 1 << 20);
        int next = STORED;
        while (known.outdated()) {
            known.load(100);
            store(next, 1);
            known.add(identity(next));
            next++;
        }

        for (int i = 0; i < next; i++) {
            assertThat(known.excludes(identity(i))).as("identity %d", i).isFalse();
        }
        assertThat(known.excludes(identity(next))).isTrue();
    }

    @Test
    void aFullFilterIsLoadedAgainWithMoreMemory() throws RocksDBException {
        KnownIdentities known = new KnownIdentities(new StagedIdentities(db, FOR_EVER, 1_000), 4 << 20);
        known.load(Integer.MAX_VALUE);
        assertThat(known.outdated()).isFalse();
        long first = IdentityFilter.capacity(1 << 20);
        for (long i = STORED; i <= first; i++) {
            known.add(identity(i));
        }

        assertThat(known.outdated()).isTrue();
        known.load(Integer.MAX_VALUE);

        assertThat(known.outdated()).isFalse();
        for (int i = 0; i < STORED; i++) {
            assertThat(known.excludes(identity(i))).isFalse();
        }
    }

    private void store(long first, int count) throws RocksDBException {
        IdentityRun run = new IdentityRun(FOR_EVER);
        for (long number = first; number < first + count; number++) {
            IdentityBlock block = new IdentityBlock();
            block.add(identity(number), number, 1);
            run.add(block.key(), block.value());
        }
        db.write(run, Optional.empty());
    }

    private static Identity identity(long number) {
        return Identity.of(Numbered.identity(number));
    }
}
