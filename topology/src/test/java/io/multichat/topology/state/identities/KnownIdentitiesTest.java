package io.multichat.topology.state.identities;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.KeyValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.RocksDBException;

/** The filter never excludes a stored identity, however it is loaded, and is effective once it is complete. */
class KnownIdentitiesTest {
    private static final int STORED = 1_000;

    @TempDir
    private Path directory;

    private IdentityDb db;

    @BeforeEach
    void open() throws RocksDBException {
        db = new IdentityDb(
                directory, new RocksDbTuning("identities", Map.of()), IdentityRetention.of(Optional.empty()));
        for (int i = 0; i < STORED; i++) {
            store(i);
        }
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void nothingIsExcludedBeforeTheFilterIsComplete() {
        KnownIdentities known = new KnownIdentities(new StagedIdentities(db), 1 << 20);
        known.load(STORED - 1);

        assertThat(known.excludes(identity(STORED))).isFalse();
        assertThat(known.outdated()).isTrue();
    }

    @Test
    void identitiesStoredDuringTheLoadAreNotExcludedAfterwards() throws RocksDBException {
        KnownIdentities known = new KnownIdentities(new StagedIdentities(db), 1 << 20);
        int next = STORED;
        while (known.outdated()) {
            known.load(100);
            store(next);
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
        KnownIdentities known = new KnownIdentities(new StagedIdentities(db), 4 << 20);
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

    private void store(long number) throws RocksDBException {
        IdentityBlock block = new IdentityBlock();
        block.add(identity(number), number, 1);
        db.write(List.of(KeyValue.pair(block.key(), block.value())), Optional.empty());
    }

    private static Identity identity(long number) {
        return Identity.of(Numbered.identity(number));
    }
}
