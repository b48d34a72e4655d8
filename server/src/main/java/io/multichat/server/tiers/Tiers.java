package io.multichat.server.tiers;

import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/**
 * The tiers, by what they answer.
 *
 * @param sessions sessions and their lists
 * @param messages the messages of sessions
 * @param conversations conversations across their sessions
 * @param calls how the calls to each tier ended, by its name
 */
public record Tiers(
        SessionTiers sessions, MessageTiers messages, ConversationTiers conversations, Map<String, CallCounts> calls) {
    /**
     * Tiers of one state and one chain of stores.
     *
     * @param state answers and throws as {@link io.multichat.topology.query.SessionQueries#session(SessionId)} does
     * @param stores the stores in the order in which they are asked
     * @param lackMessages true while stores are known to lack messages that they cannot get
     */
    public static Tiers of(
            Function<SessionId, Optional<SessionSnapshot>> state, StoreChain stores, BooleanSupplier lackMessages) {
        CallCounts ofState = new CallCounts();
        Function<SessionId, Optional<SessionSnapshot>> counted = id -> counted(state, id, ofState);
        Map<String, CallCounts> calls = new LinkedHashMap<>(stores.counts());
        calls.put(SessionTiers.STATE, ofState);
        return new Tiers(
                new SessionTiers(counted, stores),
                new MessageTiers(counted, stores, lackMessages),
                new ConversationTiers(stores),
                Collections.unmodifiableMap(calls));
    }

    private static Optional<SessionSnapshot> counted(
            Function<SessionId, Optional<SessionSnapshot>> state, SessionId id, CallCounts counts) {
        try {
            Optional<SessionSnapshot> found = state.apply(id);
            counts.answered();
            return found;
        } catch (InvalidStateStoreException e) {
            counts.failed();
            throw e;
        }
    }
}
