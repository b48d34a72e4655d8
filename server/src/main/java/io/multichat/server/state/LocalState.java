package io.multichat.server.state;

import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.reading.StoreException;
import io.multichat.server.progress.ReadDemand;
import io.multichat.server.publish.PublishedEvent;
import io.multichat.server.tiers.CallCounts;
import io.multichat.server.tiers.SessionState;
import io.multichat.server.tiers.StateAnswer;
import io.multichat.server.tiers.StoreCalls;
import io.multichat.topology.query.InstanceState;
import io.multichat.topology.query.PartitionProgress;
import io.multichat.topology.query.SessionQueries;
import io.multichat.topology.query.StatePlaces;
import io.multichat.topology.state.ledger.RecordCounts;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/** The partitions of the state that are on this instance. Thread-safe. */
public final class LocalState implements SessionState {
    // An answer without an age is as of the last commit.
    private static final long LEAST_AGE_MS = 1;

    private final Supplier<InstanceState> state;
    private final int partitions;
    // Kafka is asked for the age of copies, and may hang.
    private final StoreCalls ages = new StoreCalls("copies of the state", Duration.ofSeconds(1), new CallCounts());

    /**
     * @param state throws {@link InvalidStateStoreException} before the topology starts
     * @param partitions the number of partitions that conversations are spread over
     */
    public LocalState(Supplier<InstanceState> state, int partitions) {
        this.state = state;
        this.partitions = partitions;
    }

    /** {@inheritDoc} Asks no other instance. */
    @Override
    public StateAnswer session(SessionId id, ReadDemand demand) {
        try {
            return active(id, demand);
        } catch (InvalidStateStoreException e) {
            return copy(id, demand);
        }
    }

    /** The answer of the partition that this instance processes. */
    StateAnswer active(SessionId id, ReadDemand demand) {
        SessionQueries queries = state.get().active();
        requireProcessed(queries, id, demand);
        return StateAnswer.fresh(queries.session(id));
    }

    /** The answer of a copy of a partition that another instance processes. */
    StateAnswer copy(SessionId id, ReadDemand demand) {
        InstanceState local = state.get();
        requireProcessed(local.copies(), id, demand);
        // The age before the answer: while it is read, the copy only becomes newer.
        OptionalLong stalenessMs = age(local, partition(id));
        if (stalenessMs.isEmpty() || stalenessMs.getAsLong() > demand.maxStalenessMs()) {
            throw new InvalidStateStoreException("the copy of partition " + partition(id) + " is "
                    + (stalenessMs.isEmpty() ? "of unknown age" : "up to " + stalenessMs.getAsLong() + " ms old"));
        }
        Optional<SessionSnapshot> session = local.copies().session(id);
        if (session.isEmpty()) {
            throw new InvalidStateStoreException(
                    "the copy of partition " + partition(id) + " does not know the session, which may be newer");
        }
        return new StateAnswer(session, OptionalLong.of(Math.max(LEAST_AGE_MS, stalenessMs.getAsLong())));
    }

    /** The progress of each partition that this instance processes. */
    public Map<Integer, PartitionProgress> progress() {
        InstanceState local = state.get();
        Map<Integer, PartitionProgress> progress = new TreeMap<>();
        for (int partition : local.places().partitions()) {
            try {
                progress.put(partition, local.active().progress(partition));
            } catch (InvalidStateStoreException elsewhere) {
                // Another instance has it, or none: the caller sees that it is missing.
            }
        }
        return progress;
    }

    StatePlaces places() {
        return state.get().places();
    }

    int partition(SessionId id) {
        return id.partition(partitions);
    }

    private OptionalLong age(InstanceState local, int partition) {
        try {
            return ages.call(() -> local.staleness().ofCopy(partition));
        } catch (StoreException e) {
            throw new InvalidStateStoreException(e.getMessage(), e);
        }
    }

    private void requireProcessed(SessionQueries queries, SessionId id, ReadDemand demand) {
        if (demand.tokens().isEmpty()) {
            return;
        }
        Map<TopicPartition, RecordCounts> counts =
                queries.progress(partition(id)).counts();
        for (PublishedEvent token : demand.tokens()) {
            TopicPartition source = new TopicPartition(token.topic(), token.partition());
            if (counts.getOrDefault(source, RecordCounts.EMPTY).nextOffset() <= token.offset()) {
                throw new InvalidStateStoreException("the topology has not processed " + token + " yet");
            }
        }
    }
}
