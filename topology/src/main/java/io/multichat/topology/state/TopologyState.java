package io.multichat.topology.state;

import io.multichat.topology.settings.Names;
import io.multichat.topology.settings.TopologySettings;
import io.multichat.topology.state.identities.IdentityStore;
import io.multichat.topology.state.identities.IdentityStores;
import io.multichat.topology.state.layers.CommitSignal;
import io.multichat.topology.state.ledger.RecordLedger;
import io.multichat.topology.state.participants.ParticipantStore;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The state of one partition. Each store explains its design in its own documentation.
 *
 * @param conversations conversations with their newest sessions
 * @param pastSessions all other sessions
 * @param boundaries instants that no session crosses
 * @param identities identities of accepted events
 * @param participants senders of each session
 * @param timers timers by due time
 * @param waiting edits and deletes that wait for their message
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
        RecordLedger ledger) {

    /** Total memory of the identity filters of all partitions. With 45 million identities it still saves 99 of 100 lookups. */
    private static final int FILTERS_BYTES = 64 << 20;

    /** The stores of the partition that the context processes. */
    public static TopologyState of(ProcessorContext<?, ?> context, TopologySettings settings) {
        return new TopologyState(
                new Conversations(store(context, Names.CONVERSATIONS), store(context, Names.COMMITS)),
                new PastSessionStore(store(context, Names.PAST_SESSIONS)),
                new BoundaryStore(store(context, Names.BOUNDARIES)),
                new IdentityStore(
                        store(context, Names.IDENTITIES),
                        store(context, Names.COMMITS),
                        Math.max(FILTERS_BYTES / settings.partitions(), 1 << 10)),
                new ParticipantStore(store(context, Names.PARTICIPANTS), store(context, Names.COMMITS)),
                new TimerStore(store(context, Names.TIMERS)),
                new WaitingStore(store(context, Names.WAITING)),
                new RecordLedger(
                        store(context, Names.ACCOUNTS), store(context, Names.COMMITS), RecordLedger.Place.HOME));
    }

    /** The builders of all stores, for Kafka Streams. */
    public static List<StoreBuilder<KeyValueStore<Bytes, byte[]>>> builders(TopologySettings settings) {
        return List.of(
                onDisk(Names.CONVERSATIONS).withCachingDisabled(),
                onDisk(Names.PAST_SESSIONS).withCachingDisabled(),
                onDisk(Names.BOUNDARIES).withCachingDisabled(),
                IdentityStores.blocks(Names.IDENTITIES, settings.retention().identities()),
                CommitSignal.builder(Names.COMMITS),
                onDisk(Names.PARTICIPANTS).withCachingDisabled(),
                onDisk(Names.TIMERS).withCachingDisabled(),
                onDisk(Names.WAITING).withCachingDisabled(),
                onDisk(Names.ACCOUNTS).withCachingDisabled());
    }

    private static StoreBuilder<KeyValueStore<Bytes, byte[]>> onDisk(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray());
    }

    private static KeyValueStore<Bytes, byte[]> store(ProcessorContext<?, ?> context, String name) {
        return context.getStateStore(name);
    }
}
