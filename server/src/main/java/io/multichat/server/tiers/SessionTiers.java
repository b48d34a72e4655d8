package io.multichat.server.tiers;

import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.events.hash.ConversationHash;
import io.multichat.reading.MessagePage;
import io.multichat.reading.PageRequest;
import io.multichat.reading.SessionCursor;
import io.multichat.reading.SessionFilter;
import io.multichat.reading.SessionPage;
import io.multichat.reading.SessionReader;
import io.multichat.topology.query.SessionQueries;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/**
 * Asks the tiers in order, the freshest first, and returns the first answer. A tier that is down or incomplete is skipped. When
 * no tier has an answer and one could not be asked, the question fails. Each tier is asked at most once per question. A tier that
 * hangs is passed over after a moment and then skipped for a few seconds. Thread-safe.
 */
public final class SessionTiers {
    private static final String STATE = "state";
    private static final SessionId NOBODY = SessionId.of(0, ConversationHash.of("nobody"));

    private final Function<SessionId, Optional<SessionSnapshot>> state;
    private final StoreChain stores;
    private final BooleanSupplier lackMessages;

    /**
     * Tiers of stores that lack nothing for good.
     *
     * @param state answers and throws as {@link SessionQueries#session(SessionId)} does
     * @param stores the stores that follow the topics closely, fastest first
     * @param archive the store that may be a commit interval behind; asked last
     */
    public SessionTiers(
            Function<SessionId, Optional<SessionSnapshot>> state,
            List<SessionReader> stores,
            Optional<SessionReader> archive) {
        this(state, new StoreChain(stores, archive), () -> false);
    }

    /**
     * Tiers of stores that may lack messages for good.
     *
     * @param state answers and throws as {@link SessionQueries#session(SessionId)} does
     * @param stores the stores in the order in which they are asked
     * @param lackMessages true while stores are known to lack messages that they cannot get
     */
    public SessionTiers(
            Function<SessionId, Optional<SessionSnapshot>> state, StoreChain stores, BooleanSupplier lackMessages) {
        this.lackMessages = lackMessages;
        this.state = state;
        this.stores = stores;
    }

    /**
     * What keeps each tier from answering right now, by the tier's name in the order in which they are asked; empty for a tier that
     * answers.
     */
    public Map<String, Optional<String>> failures() {
        Map<String, Optional<String>> failures = new LinkedHashMap<>();
        try {
            Optional<SessionSnapshot> unused = state.apply(NOBODY);
            failures.put(STATE, Optional.empty());
        } catch (InvalidStateStoreException e) {
            failures.put(STATE, Optional.of(e.getMessage()));
        }
        failures.putAll(stores.failures(store -> store.holds(NOBODY)));
        return failures;
    }

    /**
     * The session that an id resolves to; the survivor if that session was merged.
     *
     * @return empty when no tier knows the session
     * @throws TiersUnavailableException when no tier knows the session and one could not be asked
     */
    public Optional<Answer<SessionSnapshot>> session(SessionId id) {
        RuntimeException failure = null;
        try {
            Optional<SessionSnapshot> found = state.apply(id);
            if (found.isPresent()) {
                return isKnown(id, found.get()) ? found.map(session -> new Answer<>(session, STATE)) : Optional.empty();
            }
        } catch (InvalidStateStoreException e) {
            failure = e;
        }
        return stores.firstOf(store -> store.session(id), found -> true, failure);
    }

    /**
     * A page of the messages of a session, from a store that holds all of them. The archive answers for a session that a store
     * before it knows only if that session is closed, and then by that store's snapshot: its own may be too old to tell that
     * messages are missing. If no store holds all messages of a closed session and stores are known to lack some for good, waiting
     * does not help: the answer is then what is left, marked as incomplete.
     *
     * @return empty when no tier knows the session
     * @throws TiersUnavailableException when the session exists, or may exist, and no store holds all its messages yet
     */
    public Optional<Answer<MessagePage>> messages(SessionId id, PageRequest request) {
        AtomicReference<SessionSnapshot> known = new AtomicReference<>();
        Optional<Answer<MessagePage>> page = stores.firstOf(
                store -> {
                    boolean last = stores.isArchive(store);
                    return last ? archived(store, id, known, request) : stored(store, id, known, request);
                },
                any -> true,
                null);
        SessionSnapshot found = known.get();
        if (page.isEmpty()
                && found != null
                && found.status().state() == SessionStatus.State.CLOSED
                && lackMessages.getAsBoolean()) {
            return stores.firstOf(store -> LostMessages.page(store, found, request), some -> true, null)
                    .or(() -> Optional.of(new Answer<>(new MessagePage(List.of(), false), STATE)))
                    .map(Answer::withoutLostParts);
        }
        if (page.isEmpty() && (found != null || isInState(id))) {
            throw new TiersUnavailableException(
                    "the session exists, but no store holds all its messages yet; retry in a moment", null);
        }
        return page;
    }

    /**
     * A page of sessions, newest first, from a store that can list them. While a store before it is down, an empty page does
     * not count as an answer: that store may hold sessions.
     *
     * @throws TiersUnavailableException when no store can answer
     */
    public Answer<SessionPage> sessions(SessionFilter filter, Optional<SessionCursor> after, int limit) {
        return stores.firstOf(
                        store -> store.sessions(filter, after, limit),
                        found -> !found.sessions().isEmpty(),
                        null)
                .orElseThrow(() -> new TiersUnavailableException("no store can list these sessions", null));
    }

    private static Optional<MessagePage> stored(
            SessionReader store, SessionId id, AtomicReference<SessionSnapshot> known, PageRequest request) {
        Optional<SessionSnapshot> session = store.session(id);
        session.ifPresent(found -> known.compareAndSet(null, found));
        return session.flatMap(found -> store.messages(found, request));
    }

    private static Optional<MessagePage> archived(
            SessionReader archive, SessionId id, AtomicReference<SessionSnapshot> known, PageRequest request) {
        if (known.get() == null) {
            return stored(archive, id, known, request);
        }
        boolean closed = known.get().status().state() == SessionStatus.State.CLOSED;
        return closed ? archive.messages(known.get(), request) : Optional.empty();
    }

    /**
     * True if a session has, or had, this id. The state resolves every id by its instant and keeps no record of merged sessions;
     * only the stores know their ids.
     */
    private boolean isKnown(SessionId id, SessionSnapshot found) {
        return found.sessionId().equals(id)
                || stores.firstOf(store -> Optional.of(id).filter(store::holds), held -> true, null)
                        .isPresent();
    }

    private boolean isInState(SessionId id) {
        try {
            return state.apply(id).filter(found -> found.sessionId().equals(id)).isPresent();
        } catch (InvalidStateStoreException e) {
            throw StoreChain.unavailable(e);
        }
    }
}
