package io.multichat.server.tiers;

import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.server.progress.ReadDemand;
import io.multichat.server.progress.StoreDemand;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** The tiers, by what they answer. Thread-safe. */
public final class Tiers {
    private final CountedState state;
    private final StoreChain stores;
    private final BooleanSupplier lackMessages;
    private final ReadDemand demand;
    private final StoreDemand storeDemand;

    /**
     * Tiers of one state and one chain of stores.
     *
     * @param stores the stores in the order in which they are asked
     * @param lackMessages true while stores are known to lack messages that they cannot get
     */
    public Tiers(SessionState state, StoreChain stores, BooleanSupplier lackMessages) {
        this(new CountedState(state, new CallCounts()), stores, lackMessages, ReadDemand.NONE, StoreDemand.NONE);
    }

    private Tiers(
            CountedState state,
            StoreChain stores,
            BooleanSupplier lackMessages,
            ReadDemand demand,
            StoreDemand storeDemand) {
        this.state = state;
        this.stores = stores.demanding(storeDemand);
        this.lackMessages = lackMessages;
        this.demand = demand;
        this.storeDemand = storeDemand;
    }

    /**
     * Tiers of a state that is all on this instance.
     *
     * @param state answers and throws as {@link io.multichat.topology.query.SessionQueries#session(SessionId)} does
     */
    public static Tiers of(
            Function<SessionId, Optional<SessionSnapshot>> state, StoreChain stores, BooleanSupplier lackMessages) {
        return new Tiers((id, demand) -> StateAnswer.fresh(state.apply(id)), stores, lackMessages);
    }

    /** The same tiers, of which only those answer that meet a demand. */
    Tiers meeting(ReadDemand demanded, StoreDemand ofStores) {
        return new Tiers(state, stores, lackMessages, demanded, ofStores);
    }

    /** Sessions and their lists. */
    public SessionTiers sessions() {
        return new SessionTiers(id -> state.session(id, demand), stores);
    }

    /** The messages of sessions. */
    public MessageTiers messages() {
        return new MessageTiers(id -> state.session(id, demand).session(), stores, lackMessages);
    }

    /** Conversations across their sessions. */
    public ConversationTiers conversations() {
        return new ConversationTiers(stores, lackMessages);
    }

    /** The reactions to messages and their versions. */
    public DetailTiers details() {
        return new DetailTiers(stores);
    }

    /** What the stores must hold. */
    public StoreDemand storeDemand() {
        return storeDemand;
    }

    /** How the calls to each tier ended, by its name. */
    public Map<String, CallCounts> calls() {
        Map<String, CallCounts> calls = new LinkedHashMap<>(stores.counts());
        calls.put(SessionTiers.STATE, state.counts());
        return Collections.unmodifiableMap(calls);
    }
}
