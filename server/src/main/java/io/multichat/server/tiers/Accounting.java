package io.multichat.server.tiers;

import io.multichat.topology.query.SessionQueries;
import io.multichat.topology.state.ledger.RecordCounts;
import java.util.Comparator;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/** What became of the records that were read, as the state of this instance knows it. Thread-safe. */
public final class Accounting {
    private final Supplier<SessionQueries> state;
    private final long snapshotIntervalMs;

    /** @param snapshotIntervalMs the longest that an announcement waits, in milliseconds */
    public Accounting(Supplier<SessionQueries> state, long snapshotIntervalMs) {
        this.state = state;
        this.snapshotIntervalMs = snapshotIntervalMs;
    }

    /**
     * What is known at {@code now}.
     *
     * @param now by the wall clock, UTC milliseconds
     * @param oldestUnannounced everything that changed before this was announced; empty when all was
     * @param accounts per source partition
     */
    public record Report(long now, OptionalLong oldestUnannounced, Map<TopicPartition, RecordCounts> accounts) {}

    /** @throws TiersUnavailableException while a partition of the state is not here or not ready */
    public Report report() {
        long now = System.currentTimeMillis();
        Map<TopicPartition, RecordCounts> accounts =
                new TreeMap<>(Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition));
        try {
            SessionQueries queries = state.get();
            accounts.putAll(queries.recordCounts());
            OptionalLong due = queries.earliestAnnouncement();
            OptionalLong oldest =
                    due.isPresent() ? OptionalLong.of(due.getAsLong() - snapshotIntervalMs) : OptionalLong.empty();
            return new Report(now, oldest, accounts);
        } catch (InvalidStateStoreException e) {
            throw new TiersUnavailableException("the topology is not ready: " + e.getMessage(), e);
        }
    }
}
