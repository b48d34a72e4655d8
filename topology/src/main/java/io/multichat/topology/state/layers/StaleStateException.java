package io.multichat.topology.state.layers;

/** The state was written by a version of Multichat that stored it in another way. The message is one line and says what to do. */
public final class StaleStateException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public StaleStateException(String message) {
        super(message);
    }
}
