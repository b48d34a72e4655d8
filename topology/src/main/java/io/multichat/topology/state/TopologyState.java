package io.multichat.topology.state;

import io.multichat.topology.settings.Names;
import io.multichat.topology.settings.TopologySettings;
import io.multichat.topology.state.identities.IdentityStore;
import io.multichat.topology.state.identities.IdentityStores;
import io.multichat.topology.state.layers.CommitSignal;
import io.multichat.topology.state.layers.InnermostSupplier;
import io.multichat.topology.state.layers.Keyspace;
import io.multichat.topology.state.layers.SharedStore;
import io.multichat.topology.state.layers.StateKind;
import io.multichat.topology.state.ledger.RecordLedger;
import io.multichat.topology.state.participants.ParticipantStore;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The state of one partition. Each part explains its design in its own documentation.
 *
 * <p>Identities and waiting edits have stores of their own. All other parts are kinds of records in one store on disk, with a
 * changelog; see {@link Keyspace}. All stores stage the changes of a transaction and apply them when it is committed.
 *
 * @param conversations conversations with their newest sessions
 * @param pastSessions all other sessions
 * @param boundaries instants that no session crosses
 * @param identities identities of accepted events
 * @param participants senders of each session
 * @param timers timers by due time
 * @param waiting edits and deletes that wait for their message
 * @param erasures what was erased
 * @param holds what must not be erased
 * @param ledger record counts by source partition
 */
public record TopologyState(
        Conversations conversations,
        PastSessionStore pastSessions,
        BoundaryStore boundaries,
        IdentityStore identities,
        ParticipantStore participants,
        TimerStore timers,
        WaitingStore waiting,
        ErasureStore erasures,
        HoldStore holds,
        RecordLedger ledger) {

    /** Total memory of the identity filters of all partitions. With 45 million identities it still saves 99 of 100 lookups. */
    private static final int FILTERS_BYTES = 64 << 20;

    /** Identities of all partitions that are kept in memory until they are written, with 48 bytes each. */
    private static final int UNWRITTEN = 1 << 19;

    /** The state of the partition that the context processes. */
    public static TopologyState of(ProcessorContext<?, ?> context, TopologySettings settings) {
        KeyValueStore<Bytes, byte[]> state = context.getStateStore(Names.STATE);
        KeyValueStore<Bytes, byte[]> commits = context.getStateStore(Names.COMMITS);
        return new TopologyState(
                new Conversations(new Keyspace(state, StateKind.CONVERSATION), commits),
                new PastSessionStore(new Keyspace(state, StateKind.PAST_SESSION)),
                new BoundaryStore(new Keyspace(state, StateKind.BOUNDARY)),
                new IdentityStore(
                        context.getStateStore(Names.IDENTITIES),
                        commits,
                        Math.max(FILTERS_BYTES / settings.partitions(), 1 << 10)),
                new ParticipantStore(new Keyspace(state, StateKind.PARTICIPANTS), commits),
                new TimerStore(new Keyspace(state, StateKind.TIMER)),
                new WaitingStore(context.getStateStore(Names.WAITING)),
                new ErasureStore(
                        new Keyspace(state, StateKind.DELETED_SESSION),
                        new Keyspace(state, StateKind.ERASED_PARTICIPANT)),
                new HoldStore(new Keyspace(state, StateKind.HOLD)),
                new RecordLedger(new Keyspace(state, StateKind.LEDGER), commits, RecordLedger.Place.HOME));
    }

    /** The builders of the stores, for Kafka Streams. */
    public static List<StoreBuilder<KeyValueStore<Bytes, byte[]>>> builders(TopologySettings settings) {
        return List.of(
                new InnermostSupplier(Names.STATE, () -> new SharedStore(Names.STATE))
                        .builder()
                        .withCachingDisabled(),
                IdentityStores.blocks(
                        Names.IDENTITIES,
                        settings.retention().identities(),
                        Math.max(UNWRITTEN / settings.partitions(), 1 << 12)),
                WaitingStore.builder(Names.WAITING),
                CommitSignal.builder(Names.COMMITS));
    }
}
