package io.multichat.app.data;

/**
 * A command looked for a running {@code dev} on a data directory and found none. The message is one line for the terminal and
 * says what to do.
 */
public final class DevNotRunningException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DevNotRunningException(String message) {
        super(message);
    }

    DevNotRunningException(String message, Throwable cause) {
        super(message, cause);
    }
}
