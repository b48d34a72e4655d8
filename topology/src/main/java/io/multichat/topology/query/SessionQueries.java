package io.multichat.topology.query;

import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.topology.settings.TopologySettings;
import io.multichat.topology.state.ConversationKey;
import io.multichat.topology.state.ConversationState;
import io.multichat.topology.state.ConversationStore;
import io.multichat.topology.state.PastSessionStore;
import io.multichat.topology.state.Session;
import io.multichat.topology.state.SessionIndex;
import io.multichat.topology.state.TimerStore;
import io.multichat.topology.state.layers.Keyspace;
import io.multichat.topology.state.layers.StateKind;
import io.multichat.topology.state.ledger.RecordCounts;
import io.multichat.topology.state.ledger.RecordLedgerStore;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * Queries on the state of this instance. Thread-safe.
 *
 * <p>An answer is as old as the last commit (a tenth of a second ago, or a second while a partition works off a backlog) and
 * may include changes that are not announced yet. Every method throws {@link InvalidStateStoreException} while a partition that it
 * needs is on another instance or not ready: during start, restore and rebalance, and after the topology has failed.
 */
public final class SessionQueries {
    private final Function<OptionalInt, ReadOnlyKeyValueStore<Bytes, byte[]>> stores;
    private final TopologySettings settings;

    /** Queries on the partitions that a running application processes. */
    public SessionQueries(KafkaStreams streams, TopologySettings settings) {
        this(new LocalStores(streams, false), settings);
    }

    /**
     * @param stores returns the state of one partition or, if none is given, of all local partitions combined
     */
    SessionQueries(Function<OptionalInt, ReadOnlyKeyValueStore<Bytes, byte[]>> stores, TopologySettings settings) {
        this.stores = stores;
        this.settings = settings;
    }

    /** Queries that the copies of partitions on this instance answer too. Their answers may be older than the last commit. */
    public static SessionQueries ofCopies(KafkaStreams streams, TopologySettings settings) {
        return new SessionQueries(new LocalStores(streams, true), settings);
    }

    /**
     * The session of the id's conversation that contains the id's T0: the session with this id, or the survivor of its merge. The
     * state keeps no record of merged sessions, so an id that no session ever had gives a session too; the caller checks.
     */
    public Optional<SessionSnapshot> session(SessionId id) {
        ReadOnlyKeyValueStore<Bytes, byte[]> state = stores.apply(OptionalInt.of(id.partition(settings.partitions())));
        ConversationStore conversations = new ConversationStore(new Keyspace(state, StateKind.CONVERSATION));
        SessionIndex index = new SessionIndex(new PastSessionStore(new Keyspace(state, StateKind.PAST_SESSION)));
        return conversations
                .withHash(id.conversationHash())
                .flatMap(conversation -> containing(conversations, index, conversation, id.t0())
                        .map(found -> found.toSnapshot(
                                conversation.conversation(),
                                settings.rules().gap(conversation.text()),
                                settings.generation())));
    }

    /** The record counts of each source partition for the records whose fate this instance decided. */
    public Map<TopicPartition, RecordCounts> recordCounts() {
        return new RecordLedgerStore(new Keyspace(stores.apply(OptionalInt.empty()), StateKind.LEDGER)).all();
    }

    /**
     * When the earliest announcement timer is due, UTC milliseconds. Empty if there is none: then nothing is pending. A timer may turn
     * out to be obsolete when it fires.
     */
    public OptionalLong earliestAnnouncement() {
        return IntStream.range(0, settings.partitions())
                .mapToObj(this::progress)
                .map(PartitionProgress::earliestAnnouncement)
                .flatMapToLong(OptionalLong::stream)
                .min();
    }

    /** The progress of one partition of the state. */
    public PartitionProgress progress(int partition) {
        ReadOnlyKeyValueStore<Bytes, byte[]> state = stores.apply(OptionalInt.of(partition));
        TimerStore timers = new TimerStore(new Keyspace(state, StateKind.TIMER));
        // The counts first: what they count is pending or announced when the timers are read.
        Map<TopicPartition, RecordCounts> counts = new RecordLedgerStore(new Keyspace(state, StateKind.LEDGER)).all();
        OptionalLong earliest = Stream.of(
                        timers.earliest(TimerStore.Kind.ANNOUNCE_NEWEST),
                        timers.earliest(TimerStore.Kind.ANNOUNCE_PAST))
                .flatMapToLong(OptionalLong::stream)
                .min();
        return new PartitionProgress(counts, earliest);
    }

    /**
     * Searches again when the newest session changed during the search, because a commit may then have moved the session from one
     * place to the other.
     */
    private static Optional<Session> containing(
            ConversationStore conversations, SessionIndex index, ConversationKey conversation, long instant) {
        ConversationState before;
        ConversationState after = conversations.get(conversation);
        Optional<Session> found;
        do {
            before = after;
            found = index.containing(conversation, before, instant);
            after = conversations.get(conversation);
        } while (found.isEmpty() && !startOfNewest(before).equals(startOfNewest(after)));
        return found;
    }

    private static Optional<Long> startOfNewest(ConversationState state) {
        return state.newest().map(Session::startedAt);
    }
}
