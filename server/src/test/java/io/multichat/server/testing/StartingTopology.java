package io.multichat.server.testing;

import io.multichat.server.progress.TopicOffsets;
import io.multichat.server.progress.WrittenEvents;
import io.multichat.server.state.Accounting;
import io.multichat.server.state.InstanceAnswers;
import io.multichat.server.state.InstanceCalls;
import io.multichat.server.state.LocalState;
import io.multichat.server.state.OwnAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/** A topology that is still starting. Its only input topic, {@code chat-messages}, has one partition with three events. */
public final class StartingTopology implements TopicOffsets {
    private static final int PARTITIONS = 4;
    private static final long EVENTS = 3;
    private static final long SNAPSHOT_INTERVAL_MS = 1_000;

    private StartingTopology() {}

    public static InstanceAnswers answers() {
        LocalState local = new LocalState(
                () -> {
                    throw new InvalidStateStoreException("the topology is starting");
                },
                PARTITIONS);
        OwnAddress own = new OwnAddress(URI.create("http://127.0.0.1:8080"));
        Accounting accounting =
                new Accounting(local, new InstanceCalls(() -> own, Optional.empty()), SNAPSHOT_INTERVAL_MS);
        return new InstanceAnswers(
                local, accounting, new WrittenEvents(new StartingTopology(), store -> Map.of(), accounting::reported));
    }

    @Override
    public List<String> inputTopics() {
        return List.of("chat-messages");
    }

    @Override
    public int partitions() {
        return PARTITIONS;
    }

    @Override
    public OptionalLong end(TopicPartition partition) {
        return partition.partition() == 0 ? OptionalLong.of(EVENTS) : OptionalLong.empty();
    }

    @Override
    public Map<TopicPartition, Long> afterOutput(Set<Integer> partitions) {
        return Map.of();
    }

    @Override
    public Map<TopicPartition, Long> afterSentHome() {
        return Map.of();
    }

    @Override
    public Map<TopicPartition, Long> committed() {
        return Map.of();
    }
}
