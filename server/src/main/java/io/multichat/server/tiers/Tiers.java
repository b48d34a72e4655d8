package io.multichat.server.tiers;

import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * The tiers, by what they answer.
 *
 * @param sessions sessions and their lists
 * @param messages the messages of sessions
 * @param conversations conversations across their sessions
 * @param details the reactions to messages and their versions
 */
public record Tiers(
        SessionTiers sessions, MessageTiers messages, ConversationTiers conversations, DetailTiers details) {
    /**
     * Tiers of one state and one chain of stores.
     *
     * @param state answers and throws as {@link io.multichat.topology.query.SessionQueries#session(SessionId)} does
     * @param stores the stores in the order in which they are asked
     * @param lackMessages true while stores are known to lack messages that they cannot get
     */
    public static Tiers of(
            Function<SessionId, Optional<SessionSnapshot>> state, StoreChain stores, BooleanSupplier lackMessages) {
        return new Tiers(
                new SessionTiers(state, stores),
                new MessageTiers(state, stores, lackMessages),
                new ConversationTiers(stores),
                new DetailTiers(stores));
    }
}
