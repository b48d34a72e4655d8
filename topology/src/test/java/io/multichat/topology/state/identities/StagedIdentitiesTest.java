package io.multichat.topology.state.identities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database holds what was committed, with its position in the changelog, and nothing else. */
class StagedIdentitiesTest {
    private static final IdentityRetention FOR_EVER = IdentityRetention.of(Optional.empty());
    private static final TopicPartition CHANGELOG = new TopicPartition("identities-changelog", 0);

    @TempDir
    private Path directory;

    private final RocksDbIdentities store = new RocksDbIdentities("identities", FOR_EVER, 1_000);

    @Test
    void aStagedIdentityIsVisibleToItsTask() {
        open();
        put(1);

        assertThat(store.get(key(1))).isNotNull();
        assertThat(store.approximateNumUncommittedBytes()).isPositive();
        store.close();
    }

    @Test
    void anAbortedTransactionLeavesNothing() {
        open();
        put(1);
        store.commit(Map.of(CHANGELOG, 41L));
        put(2);

        store.close();
        open();

        assertThat(store.get(key(1))).isNotNull();
        assertThat(store.get(key(2))).isNull();
        assertThat(store.committedOffset(CHANGELOG)).isEqualTo(41);
        store.close();
    }

    @Test
    void aCommittedIdentityIsNoLongerStaged() {
        open();
        put(1);

        store.commit(Map.of(CHANGELOG, 41L));

        assertThat(store.approximateNumUncommittedBytes()).isZero();
        assertThat(store.get(key(1))).isNotNull();
        store.close();
    }

    @Test
    void identitiesOfAnotherLayoutAreRefused() throws Exception {
        Path path = directory.resolve("rocksdb").resolve("identities");
        Files.createDirectories(path);
        IdentityDb db = new IdentityDb(path, new RocksDbTuning("identities", Map.of()), FOR_EVER);
        db.write(new IdentityRun(FOR_EVER), Optional.of("closed 2".getBytes(StandardCharsets.US_ASCII)));
        db.close();

        assertThatThrownBy(this::open)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("\"closed 2\"")
                .hasMessageContaining("multichat rebuild");
        new IdentityDb(path, new RocksDbTuning("identities", Map.of()), FOR_EVER).close();
    }

    private void put(long number) {
        IdentityBlock block = new IdentityBlock();
        block.add(Identity.of(Numbered.identity(number)), number, 1);
        store.put(Bytes.wrap(block.key()), block.value());
    }

    private static Bytes key(long number) {
        return Bytes.wrap(Numbered.identity(number));
    }

    private void open() {
        StateStoreContext context = new MockProcessorContext<>(new Properties(), new TaskId(0, 0), directory.toFile())
                .getStateStoreContext();
        store.init(context, store);
    }
}
