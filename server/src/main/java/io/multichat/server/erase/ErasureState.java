package io.multichat.server.erase;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * How far an erasure is.
 *
 * @param state where it is
 * @param problem why it was interrupted
 * @param receipt the receipt of a finished erasure
 */
public record ErasureState(State state, Optional<String> problem, Optional<ObjectNode> receipt) {
    /** Where an erasure is. */
    public enum State {
        /** Commands are published, or the stores apply them. */
        RUNNING,
        /** It failed or its process ended. {@code multichat erase resume} finishes it. */
        INTERRUPTED,
        /** There is a receipt. */
        FINISHED
    }
}
