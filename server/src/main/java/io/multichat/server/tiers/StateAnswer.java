package io.multichat.server.tiers;

import io.multichat.events.SessionSnapshot;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An answer of the state.
 *
 * @param session the session; empty if the state does not know it
 * @param stalenessMs the greatest age of the copy that answered, in milliseconds; empty if the answer is as of the last commit
 */
public record StateAnswer(Optional<SessionSnapshot> session, OptionalLong stalenessMs) {
    /** An answer as of the last commit. */
    public static StateAnswer fresh(Optional<SessionSnapshot> session) {
        return new StateAnswer(session, OptionalLong.empty());
    }
}
