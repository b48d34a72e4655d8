package io.multichat.server.tiers;

import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.reading.MessagePage;
import io.multichat.reading.PageRequest;
import io.multichat.reading.SessionCursor;
import io.multichat.reading.SessionFilter;
import io.multichat.reading.SessionPage;
import io.multichat.reading.SessionReader;
import io.multichat.reading.StoreException;
import io.multichat.topology.query.SessionQueries;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the tiers in their order, the freshest first, and takes the first answer. A tier that is down or does not hold all
 * is passed over; only when nobody answers and somebody could not be asked, the question fails. Thread-safe.
 */
public final class SessionTiers {
    private static final Logger LOG = LoggerFactory.getLogger(SessionTiers.class);
    private static final String STATE = "state";

    private final Function<SessionId, Optional<SessionSnapshot>> state;
    private final List<SessionReader> stores;

    /**
     * @param state the state of the topology, asked anew each time
     * @param stores the stores, the fastest first
     */
    public SessionTiers(Supplier<SessionQueries> state, List<SessionReader> stores) {
        this(id -> state.get().session(id), stores);
    }

    /**
     * @param state answers as {@link SessionQueries#session(SessionId)} does, and throws as it does
     * @param stores the stores, the fastest first
     */
    public SessionTiers(Function<SessionId, Optional<SessionSnapshot>> state, List<SessionReader> stores) {
        this.state = state;
        this.stores = List.copyOf(stores);
    }

    /**
     * The session that an id stands for; of a merged one its survivor.
     *
     * @return empty when no tier knows it
     * @throws TiersUnavailableException when no tier knows it and one could not be asked
     */
    public Optional<Answer<SessionSnapshot>> session(SessionId id) {
        RuntimeException failure = null;
        try {
            Optional<SessionSnapshot> found = state.apply(id);
            if (found.isPresent()) {
                return found.map(session -> new Answer<>(session, STATE));
            }
        } catch (InvalidStateStoreException e) {
            failure = e;
        }
        return firstOfStores(store -> store.session(id), failure);
    }

    /**
     * A page of the messages of a session, from a store that holds all of them.
     *
     * @return empty when no tier knows the session
     * @throws TiersUnavailableException when the session is known, or may be, and no store holds all its messages yet
     */
    public Optional<Answer<MessagePage>> messages(SessionId id, PageRequest request) {
        Optional<Answer<MessagePage>> page =
                firstOfStores(store -> store.session(id).flatMap(session -> store.messages(session, request)), null);
        if (page.isEmpty() && session(id).isPresent()) {
            throw new TiersUnavailableException(
                    "the session is known, but no store holds all its messages yet; ask again in a moment", null);
        }
        return page;
    }

    /**
     * A page of sessions, newest first, from a store that can answer such a question.
     *
     * @throws TiersUnavailableException when no store can
     */
    public Answer<SessionPage> sessions(SessionFilter filter, Optional<SessionCursor> after, int limit) {
        return firstOfStores(store -> store.sessions(filter, after, limit), null)
                .orElseThrow(() -> new TiersUnavailableException("no store can list these sessions", null));
    }

    private <T> Optional<Answer<T>> firstOfStores(
            Function<SessionReader, Optional<T>> question, RuntimeException earlierFailure) {
        RuntimeException failure = earlierFailure;
        for (SessionReader store : stores) {
            try {
                Optional<T> found = question.apply(store);
                if (found.isPresent()) {
                    return found.map(value -> new Answer<>(value, store.name()));
                }
            } catch (StoreException e) {
                LOG.warn("{} cannot be asked: {}", store.name(), e.getMessage());
                failure = e;
            }
        }
        if (failure != null) {
            throw new TiersUnavailableException("not every store could be asked: " + failure.getMessage(), failure);
        }
        return Optional.empty();
    }
}
