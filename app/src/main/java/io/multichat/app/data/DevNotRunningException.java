package io.multichat.app.data;

/**
 * A command looked for a running {@code dev} in a data directory and found none. The message is one line for the person
 * at the terminal and says how to go on.
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
