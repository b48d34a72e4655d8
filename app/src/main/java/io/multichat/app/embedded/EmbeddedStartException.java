package io.multichat.app.embedded;

/**
 * A part of {@code dev} cannot start. The message is one line for the person at the terminal: what is wrong and what to
 * do about it, naming the flag where one helps. The cause, where there is one, belongs in the log.
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
