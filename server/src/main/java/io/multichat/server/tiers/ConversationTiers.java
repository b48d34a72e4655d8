package io.multichat.server.tiers;

import io.multichat.events.Conversation;
import io.multichat.reading.ConversationCursor;
import io.multichat.reading.ConversationMessages;
import io.multichat.reading.ConversationPage;
import io.multichat.reading.ConversationReader;
import io.multichat.reading.PageRequest;
import io.multichat.reading.SessionFilter;
import io.multichat.reading.WindowRequest;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;

/** Asks the stores about whole conversations, across their sessions, and returns the first answer. Thread-safe. */
public final class ConversationTiers {
    private final StoreChain stores;
    private final BooleanSupplier lackMessages;

    /** @param lackMessages true while stores are known to lack messages that they cannot get */
    public ConversationTiers(StoreChain stores, BooleanSupplier lackMessages) {
        this.stores = stores;
        this.lackMessages = lackMessages;
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

    /**
     * A page of the messages of a conversation across its sessions.
     *
     * @return empty when no store knows the conversation
     * @throws TiersUnavailableException when a store knows the conversation, or could not be asked, and no store holds all messages
     */
    public Optional<Answer<ConversationMessages>> page(Conversation conversation, PageRequest request) {
        return known(conversation, first(reader -> reader.messages(conversation, request), any -> true));
    }

    /**
     * The messages around one of a conversation, and the sessions that they may belong to.
     *
     * @return empty when no store knows the conversation; a window without an anchor if it does not have the message, incomplete if the
     *     message may be one that is lost
     * @throws TiersUnavailableException when a store knows the conversation, or could not be asked, and no store holds all messages
     */
    public Optional<Answer<ConversationWindow>> window(Conversation conversation, WindowRequest request) {
        return known(
                        conversation,
                        first(
                                reader -> ConversationWindow.read(reader, conversation, request)
                                        .filter(found -> found.complete() || lackMessages.getAsBoolean()),
                                any -> true))
                .map(answer -> answer.value().complete() ? answer : answer.withoutLostParts());
    }

    /** The answer; without one, makes sure that there is no such conversation. */
    private <T> Optional<Answer<T>> known(Conversation conversation, Optional<Answer<T>> answer) {
        SessionFilter all = new SessionFilter(
                Optional.of(conversation.key()),
                Optional.empty(),
                Set.of(),
                OptionalLong.empty(),
                OptionalLong.empty());
        boolean isKnown = answer.isEmpty()
                && stores.firstOf(
                                store -> store.sessions(all, Optional.empty(), 1)
                                        .filter(page -> !page.sessions().isEmpty()),
                                some -> true,
                                null)
                        .isPresent();
        if (isKnown) {
            throw new TiersUnavailableException(
                    "the conversation exists, but no store holds all its messages yet; retry in a moment", null);
        }
        return answer;
    }

    private <T> Optional<Answer<T>> first(Function<ConversationReader, Optional<T>> question, Predicate<T> conclusive) {
        return stores.firstOf(store -> store.conversations().flatMap(question), conclusive, null);
    }
}
