package io.multichat.reading;

import io.multichat.events.MessagePosition;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.reading.details.MessageDetails;
import java.time.Duration;
import java.util.Optional;

/** Reads sessions and messages from one store. Thread-safe. */
public interface SessionReader extends AutoCloseable {
    /** The store's name, shown as {@code source} in answers, such as {@code redis}. */
    String name();

    /** How long to wait for an answer before another store is asked. */
    default Duration patience() {
        return Duration.ofSeconds(10);
    }

    /**
     * Resolves an id to the session with this id or, if that session was merged, to the survivor: the open or closed session of
     * the conversation that contains the id's T0.
     *
     * @return empty if the store does not hold the session, or no session ever had this id
     * @throws StoreException if the store cannot be read
     */
    Optional<SessionSnapshot> session(SessionId id);

    /**
     * True if the store holds a snapshot with exactly this id, of any state.
     *
     * @throws StoreException if the store cannot be read
     */
    boolean holds(SessionId id);

    /**
     * Returns a page of sessions, newest first.
     *
     * @param after the cursor of the previous page; empty for the first page
     * @param limit the maximum number of sessions, 1 to {@link SessionPage#MAX_LIMIT}
     * @return empty if this store does not support the filter or does not hold all matching sessions
     * @throws StoreException if the store cannot be read
     */
    Optional<SessionPage> sessions(SessionFilter filter, Optional<SessionCursor> after, int limit);

    /**
     * Returns a page of the messages of a session, each in its newest version, ordered by time, order and message id.
     *
     * @param session a session as {@link #session(SessionId)} of any store returned it; an open session extends to the start of
     *     the next one
     * @return empty if the store does not hold all messages of the session
     * @throws StoreException if the store cannot be read
     */
    Optional<MessagePage> messages(SessionSnapshot session, PageRequest request);

    /**
     * Returns the position of a message of the session's conversation. The message may belong to another session.
     *
     * @return empty if the store does not hold the message
     * @throws StoreException if the store cannot be read
     */
    Optional<MessagePosition> position(SessionSnapshot session, String messageId);

    /** Reads conversations across their sessions; empty if this store cannot know whether it holds all of them. */
    default Optional<ConversationReader> conversations() {
        return Optional.empty();
    }

    /** Reads the reactions and versions of messages; empty if this store does not keep them. */
    default Optional<MessageDetails> details() {
        return Optional.empty();
    }

    /** Closes the connections. */
    @Override
    void close();
}
