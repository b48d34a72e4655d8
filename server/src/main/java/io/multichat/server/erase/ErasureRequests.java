package io.multichat.server.erase;

import io.multichat.events.SessionId;
import io.multichat.reading.erase.Person;
import java.util.Optional;

/** Erases on request. Thread-safe. */
public interface ErasureRequests {
    /**
     * Plans the deletion of a session and starts it.
     *
     * @throws ErasureRefusedException if there is no such session, it is on hold, or erasing is not possible now
     */
    StartedErasure deleteSession(SessionId session);

    /**
     * Plans the erasure of a person and starts it.
     *
     * @throws ErasureRefusedException if nothing of the person was found, everything is on hold, or erasing is not possible now
     */
    StartedErasure erase(Person person);

    /** The state of an erasure that was started here, or its receipt; empty if there is none with this id. */
    Optional<ErasureState> state(String id);
}
