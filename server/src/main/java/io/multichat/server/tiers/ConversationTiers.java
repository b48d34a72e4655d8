package io.multichat.server.tiers;

import io.multichat.reading.ConversationCursor;
import io.multichat.reading.ConversationPage;
import io.multichat.reading.ConversationReader;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Asks the stores about whole conversations, across their sessions, and returns the first answer. Thread-safe. */
public final class ConversationTiers {
    private final StoreChain stores;

    public ConversationTiers(StoreChain stores) {
        this.stores = stores;
    }

    /**
     * A page of conversations, newest activity first, from a store that holds all of them. While a store before it is down, an
     * empty page does not count as an answer: that store may hold conversations.
     *
     * @param platform the platform of the conversations; empty for all
     * @throws TiersUnavailableException when no store can answer
     */
    public Answer<ConversationPage> list(Optional<String> platform, Optional<ConversationCursor> after, int limit) {
        return first(
                        reader -> reader.conversations(platform, after, limit),
                        page -> !page.newest().isEmpty())
                .orElseThrow(() -> new TiersUnavailableException("no store can list conversations", null));
    }

    private <T> Optional<Answer<T>> first(Function<ConversationReader, Optional<T>> question, Predicate<T> conclusive) {
        return stores.firstOf(store -> store.conversations().flatMap(question), conclusive, null);
    }
}
