package io.multichat.topology.state.identities;

import io.multichat.topology.state.layers.CommitSignal;
import io.multichat.topology.state.layers.InnermostStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;

/** The identities of one partition, on real stores below the test's own layers. */
final class OnePartition implements AutoCloseable {
    private static final int FILTER_BYTES = 1 << 12;

    private final Path directory;
    private final IdentityRetention retention;
    private final int run;
    private RocksDbIdentities stored;
    private LayeredStore blocks;
    private LayeredStore commits;
    private IdentityStore identities;

    /** @param run number of committed identities at which they are written to the database */
    OnePartition(Path directory, Optional<Duration> retention, int run) {
        this.directory = directory;
        this.run = run;
        this.retention = IdentityRetention.of(retention);
        open(List.of());
    }

    /** Opens the stores on disk after restoring the rest of the changelog. */
    private void open(List<KeyValue<byte[], byte[]>> restored) {
        StateStoreContext context = new MockProcessorContext<>(new Properties(), new TaskId(0, 0), directory.toFile())
                .getStateStoreContext();
        stored = new RocksDbIdentities("identities", retention, run);
        stored.init(context, stored);
        StagedIdentities identitiesInside = InnermostStore.inside(stored, StagedIdentities.class);
        for (KeyValue<byte[], byte[]> block : restored) {
            RocksCall.perform("restoring", () -> identitiesInside.restore(block.key, block.value));
        }
        CommitSignal signal = new CommitSignal("commits");
        signal.init(context, signal);
        blocks = new LayeredStore(stored, false);
        commits = new LayeredStore(signal, true);
        identities = new IdentityStore(blocks, commits, FILTER_BYTES);
    }

    void put(long number, long sentAt, long arrivedAt) {
        identities.put(Numbered.identity(number), sentAt, arrivedAt);
    }

    OptionalLong sentAt(long number) {
        return identities.sentAt(Numbered.identity(number));
    }

    void load() {
        identities.load();
    }

    void commit() {
        commits.commit();
        stored.commit(Map.of());
    }

    List<KeyValue<byte[], byte[]>> log() {
        return blocks.log();
    }

    /** Closes the stores, which discards what is not committed, restores records and opens the stores again. */
    void restart(List<KeyValue<byte[], byte[]>> restored) {
        stored.close();
        open(restored);
    }

    IdentityDb db() {
        return InnermostStore.inside(stored, StagedIdentities.class).db();
    }

    @Override
    public void close() {
        stored.close();
    }
}
