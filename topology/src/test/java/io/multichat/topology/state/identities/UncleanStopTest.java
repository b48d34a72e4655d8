package io.multichat.topology.state.identities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.TaskCorruptedException;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With exactly-once processing, state that may hold uncommitted writes is not used. */
class UncleanStopTest {
    private static final IdentityRetention FOR_EVER = IdentityRetention.of(Optional.empty());
    private static final TopicPartition CHANGELOG = new TopicPartition("identities-changelog", 0);

    @TempDir
    private Path directory;

    @Test
    void aStoreThatWasNotClosedIsReportedAsCorrupted() throws Exception {
        leaveAs(ChangelogCheckpoint.OPEN);
        RocksDbIdentities store = new RocksDbIdentities("identities", FOR_EVER);

        assertThatThrownBy(() -> store.init(context(StreamsConfig.EXACTLY_ONCE_V2), store))
                .isInstanceOf(TaskCorruptedException.class);
        assertThat(store.isOpen()).isFalse();
        store.close();
        IdentityDb released = open();
        released.close();
    }

    @Test
    void aStoreThatWasNotClosedIsUsedWithAtLeastOnceProcessing() throws Exception {
        leaveAs(ChangelogCheckpoint.OPEN);
        RocksDbIdentities store = new RocksDbIdentities("identities", FOR_EVER);

        store.init(context(StreamsConfig.AT_LEAST_ONCE), store);

        assertThat(store.isOpen()).isTrue();
        store.close();
    }

    @Test
    void aClosedStoreContinuesAtItsPositionInTheChangelog() {
        RocksDbIdentities store = new RocksDbIdentities("identities", FOR_EVER);
        store.init(context(StreamsConfig.EXACTLY_ONCE_V2), store);
        store.commit(Map.of(CHANGELOG, 42L));
        store.close();

        store.init(context(StreamsConfig.EXACTLY_ONCE_V2), store);

        assertThat(store.committedOffset(CHANGELOG)).isEqualTo(42);
        store.close();
    }

    private void leaveAs(String state) throws Exception {
        IdentityDb db = open();
        db.note(new ChangelogCheckpoint(Optional.empty()).note(state));
        db.close();
    }

    private IdentityDb open() throws Exception {
        Path path = directory.resolve("rocksdb").resolve("identities");
        Files.createDirectories(path);
        return new IdentityDb(path, new RocksDbTuning("identities", Map.of()), FOR_EVER);
    }

    private StateStoreContext context(String guarantee) {
        Properties config = new Properties();
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, guarantee);
        return new MockProcessorContext<>(config, new TaskId(0, 0), directory.toFile()).getStateStoreContext();
    }
}
