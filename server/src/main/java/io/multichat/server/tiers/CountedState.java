package io.multichat.server.tiers;

import io.multichat.events.SessionId;
import io.multichat.server.progress.ReadDemand;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/**
 * A state whose answers and failures are counted. Thread-safe.
 *
 * @param state answers
 * @param counts how the questions ended
 */
record CountedState(SessionState state, CallCounts counts) implements SessionState {
    @Override
    public StateAnswer session(SessionId id, ReadDemand demand) {
        try {
            StateAnswer answer = state.session(id, demand);
            counts.answered();
            return answer;
        } catch (InvalidStateStoreException e) {
            counts.failed();
            throw e;
        }
    }
}
