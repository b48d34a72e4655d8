package io.multichat.topology.state.identities;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.topology.state.layers.InnermostStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a crash leaves: a copy of the files of an open store. */
class CrashedIdentitiesTest {
    private static final TopicPartition CHANGELOG = new TopicPartition("identities-changelog", 0);
    private static final int RUN = 1_000;

    @TempDir
    private Path directory;

    private final RocksDbIdentities store =
            new RocksDbIdentities("identities", IdentityRetention.of(Optional.empty()), RUN);

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 999, 1_000, 2_500})
    void allIdentitiesUpToThePositionInTheChangelogAreThere(int accepted) throws IOException {
        open("before");
        for (int number = 0; number < accepted; number++) {
            IdentityBlock block = block(number);
            store.put(Bytes.wrap(block.key()), block.value());
            if (number % 10 == 9) {
                store.commit(Map.of(CHANGELOG, (long) number));
            }
        }

        crash();

        Long position = store.committedOffset(CHANGELOG);
        int written = position == null ? 0 : Math.toIntExact(position) + 1;
        assertThat(written).isEqualTo(accepted / RUN * RUN);
        for (int number = 0; number < written; number++) {
            assertThat(store.get(Bytes.wrap(Numbered.identity(number)))).isNotNull();
        }
    }

    @Test
    void aRestoreNeedNotBeRepeatedAfterItsCommit() throws IOException {
        open("before");
        StagedIdentities restored = InnermostStore.inside(store, StagedIdentities.class);
        RocksCall.perform("restoring", () -> restored.restore(block(1).key(), block(1).value()));
        store.commit(Map.of(CHANGELOG, 7L));

        crash();

        assertThat(store.committedOffset(CHANGELOG)).isEqualTo(7);
        assertThat(store.get(Bytes.wrap(Numbered.identity(1)))).isNotNull();
    }

    private static IdentityBlock block(long number) {
        IdentityBlock block = new IdentityBlock();
        block.add(Identity.of(Numbered.identity(number)), number, 1);
        return block;
    }

    private void crash() throws IOException {
        Path before = directory.resolve("before");
        List<Path> files;
        try (Stream<Path> all = Files.walk(before)) {
            files = all.toList();
        }
        for (Path file : files) {
            Files.copy(file, directory.resolve("after").resolve(before.relativize(file)));
        }
        store.close();
        open("after");
    }

    private void open(String folder) {
        StateStoreContext context = new MockProcessorContext<>(
                        new Properties(),
                        new TaskId(0, 0),
                        directory.resolve(folder).toFile())
                .getStateStoreContext();
        store.init(context, store);
    }
}
