package io.multichat.reading;

import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import java.util.Optional;

/** Reads sessions and messages back from one store. Thread-safe. */
public interface SessionReader extends AutoCloseable {
    /** The store's name in answers ({@code source}), for example {@code redis}. */
    String name();

    /**
     * The session that an id stands for: the open or closed session of its conversation that contains the id's T0. So the
     * id of a merged session gives its survivor.
     *
     * @return empty when the store does not hold it
     * @throws StoreException when the store cannot be asked
     */
    Optional<SessionSnapshot> session(SessionId id);

    /**
     * A page of sessions, newest first.
     *
     * @param after the cursor of the page before; empty: the newest sessions
     * @param limit how many at most, 1 to {@link SessionPage#MAX_LIMIT}
     * @return empty when this store cannot answer such a question, or does not hold all that belongs to the answer
     * @throws StoreException when the store cannot be asked
     */
    Optional<SessionPage> sessions(SessionFilter filter, Optional<SessionCursor> after, int limit);

    /**
     * A page of the messages of a session, each in its newest revision, in the one order (time, order, message id).
     *
     * @param session as {@link #session(SessionId)} of any store gave it; of an open one the messages up to the start of the
     *     next session are taken
     * @return empty when the store does not hold all messages of the session
     * @throws StoreException when the store cannot be asked
     */
    Optional<MessagePage> messages(SessionSnapshot session, PageRequest request);

    /** Frees the connections. */
    @Override
    void close();
}
