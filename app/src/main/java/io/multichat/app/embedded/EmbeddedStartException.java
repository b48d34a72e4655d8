package io.multichat.app.embedded;

/**
 * A part of {@code dev} cannot start. The message is one line for the terminal: what is wrong and what to do about it, with the
 * flag to use if there is one. The cause, if any, belongs in the log.
 */
public final class EmbeddedStartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EmbeddedStartException(String message) {
        super(message);
    }

    public EmbeddedStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
