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

/** The outcome of all records that this instance read, from its state. Thread-safe. */
public final class Accounting {
    private final Supplier<SessionQueries> state;
    private final long snapshotIntervalMs;

    /** @param snapshotIntervalMs the longest delay of an announcement, in milliseconds */
    public Accounting(Supplier<SessionQueries> state, long snapshotIntervalMs) {
        this.state = state;
        this.snapshotIntervalMs = snapshotIntervalMs;
    }

    /**
     * The state at one moment.
     *
     * @param now wall clock, UTC milliseconds
     * @param oldestUnannounced all changes before this time were announced; empty when all changes were
     * @param accounts by source partition
     */
    public record Report(long now, OptionalLong oldestUnannounced, Map<TopicPartition, RecordCounts> accounts) {}

    /** @throws TiersUnavailableException while a partition of the state is elsewhere or not ready */
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
