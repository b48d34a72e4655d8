package io.multichat.reading.erase;

import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import java.util.List;
import java.util.Optional;

/**
 * Finds what an erasure or a retention rule is about, in a store that holds everything. Each call sees what the store holds at that
 * moment, reads the store as long as it takes and throws {@link io.multichat.reading.StoreException} if the store cannot be read.
 */
public interface ErasureSurvey extends AutoCloseable {
    /**
     * Every conversation in which a person left something. Reads every message, because the store has no index of senders.
     *
     * @param until the last time that counts, UTC milliseconds
     */
    List<PersonTrace> traces(Person person, long until);

    /** The session that an id resolves to, also a deleted one, of which nothing but the snapshot is left; empty if there is none. */
    Optional<SessionTrace> session(SessionId id);

    /** All holds that are set, in no particular order. */
    List<SetHold> holds();

    /**
     * Sessions whose last message is old, those with the oldest last messages first, then by id.
     *
     * @param before the first time of a last message that is not old, UTC milliseconds
     * @param after the last session of the previous page; empty for the first page
     * @param limit the maximum number of sessions
     */
    List<SessionSnapshot> inactive(long before, Optional<SessionSnapshot> after, int limit);

    /** True if no bytes of what was erased are left in the store's files. False for a while after an erasure. */
    boolean isCleanedUp();

    @Override
    void close();
}
