package io.multichat.server.tiers;

import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.hash.ConversationHash;
import io.multichat.reading.SessionCursor;
import io.multichat.reading.SessionFilter;
import io.multichat.reading.SessionPage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/**
 * Asks the tiers in order, the freshest first, and returns the first answer. A tier that is down or incomplete is skipped. When
 * no tier has an answer and one could not be asked, the question fails. Each tier is asked at most once per question. A tier that
 * hangs is passed over after a moment and then skipped for a few seconds. Thread-safe.
 */
public final class SessionTiers {
    /** The name of the first tier. */
    public static final String STATE = "state";

    private static final SessionId NOBODY = SessionId.of(0, ConversationHash.of("nobody"));

    private final Function<SessionId, StateAnswer> state;
    private final StoreChain stores;

    /**
     * Creates the tiers.
     *
     * @param state answers and throws as {@link SessionState} does
     * @param stores the stores in the order in which they are asked
     */
    SessionTiers(Function<SessionId, StateAnswer> state, StoreChain stores) {
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
            StateAnswer unused = state.apply(NOBODY);
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
            StateAnswer answer = state.apply(id);
            if (answer.session().isPresent()) {
                return answer.session()
                        .filter(found -> isKnown(id, found))
                        .map(found -> new Answer<>(found, STATE, true, List.of(), answer.stalenessMs()));
            }
        } catch (InvalidStateStoreException e) {
            failure = e;
        }
        return stores.firstOf(store -> store.session(id), found -> true, failure);
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

    /**
     * True if a session has, or had, this id. The state resolves every id by its instant and keeps no record of merged sessions;
     * only the stores know their ids.
     */
    private boolean isKnown(SessionId id, SessionSnapshot found) {
        return found.sessionId().equals(id)
                || stores.firstOf(store -> Optional.of(id).filter(store::holds), held -> true, null)
                        .isPresent();
    }
}
