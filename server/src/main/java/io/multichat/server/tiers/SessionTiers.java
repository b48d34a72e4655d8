package io.multichat.server.tiers;

import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the tiers in order, the freshest first, and returns the first answer. A tier that is down or incomplete is skipped. When
 * no tier has an answer and one could not be asked, the question fails. Each tier is asked at most once per question. Thread-safe.
 */
public final class SessionTiers {
    private static final Logger LOG = LoggerFactory.getLogger(SessionTiers.class);
    private static final String STATE = "state";

    private final Function<SessionId, Optional<SessionSnapshot>> state;
    private final List<SessionReader> stores;
    private final Optional<SessionReader> archive;

    /**
     * @param state the topology's state, fetched for each question
     * @param stores the stores that follow the topics closely, fastest first
     * @param archive the store that may be a commit interval behind; asked last
     */
    public SessionTiers(Supplier<SessionQueries> state, List<SessionReader> stores, Optional<SessionReader> archive) {
        this(id -> state.get().session(id), stores, archive);
    }

    /**
     * @param state answers and throws as {@link SessionQueries#session(SessionId)} does
     * @param stores the stores that follow the topics closely, fastest first
     * @param archive the store that may be a commit interval behind; asked last
     */
    public SessionTiers(
            Function<SessionId, Optional<SessionSnapshot>> state,
            List<SessionReader> stores,
            Optional<SessionReader> archive) {
        this.state = state;
        this.stores = List.copyOf(stores);
        this.archive = archive;
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
                return found.map(session -> new Answer<>(session, STATE));
            }
        } catch (InvalidStateStoreException e) {
            failure = e;
        }
        return firstOf(store -> store.session(id), found -> true, failure);
    }

    /**
     * A page of the messages of a session, from a store that holds all of them. The archive answers for a session that a store
     * before it knows only if that session is closed, and then by that store's snapshot: its own may be too old to tell that
     * messages are missing.
     *
     * @return empty when no tier knows the session
     * @throws TiersUnavailableException when the session exists, or may exist, and no store holds all its messages yet
     */
    public Optional<Answer<MessagePage>> messages(SessionId id, PageRequest request) {
        AtomicReference<SessionSnapshot> known = new AtomicReference<>();
        Optional<Answer<MessagePage>> page = firstOf(
                store -> {
                    boolean last = archive.filter(store::equals).isPresent();
                    return last ? archived(store, id, known, request) : stored(store, id, known, request);
                },
                found -> true,
                null);
        if (page.isEmpty() && (known.get() != null || isInState(id))) {
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
        return firstOf(
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

    private boolean isInState(SessionId id) {
        try {
            return state.apply(id).isPresent();
        } catch (InvalidStateStoreException e) {
            throw unavailable(e);
        }
    }

    /** @param conclusive decides whether an answer counts even though an earlier tier could not be asked */
    private <T> Optional<Answer<T>> firstOf(
            Function<SessionReader, Optional<T>> question, Predicate<T> conclusive, RuntimeException earlierFailure) {
        RuntimeException failure = earlierFailure;
        for (SessionReader store :
                Stream.concat(stores.stream(), archive.stream()).toList()) {
            try {
                Optional<T> found = question.apply(store);
                if (found.isPresent() && (failure == null || conclusive.test(found.get()))) {
                    return found.map(value -> new Answer<>(value, store.name()));
                }
            } catch (StoreException e) {
                LOG.warn("cannot read from {}: {}", store.name(), e.getMessage());
                failure = e;
            }
        }
        if (failure != null) {
            throw unavailable(failure);
        }
        return Optional.empty();
    }

    private static TiersUnavailableException unavailable(RuntimeException failure) {
        return new TiersUnavailableException("a tier could not be asked: " + failure.getMessage(), failure);
    }
}
