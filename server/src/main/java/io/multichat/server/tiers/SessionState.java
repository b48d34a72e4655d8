package io.multichat.server.tiers;

import io.multichat.events.SessionId;
import io.multichat.server.progress.ReadDemand;

/** The tier that knows open and recent sessions first. Thread-safe. */
@FunctionalInterface
public interface SessionState {
    /**
     * The session of the id's conversation that contains the id's T0, see
     * {@link io.multichat.topology.query.SessionQueries#session(SessionId)}.
     *
     * @throws org.apache.kafka.streams.errors.InvalidStateStoreException if no partition of the state can answer as demanded
     */
    StateAnswer session(SessionId id, ReadDemand demand);
}
