package io.multichat.jobs.wait;

/** Everything is published, but the wait for it failed. The message says in one line why and what to do. */
public final class WaitFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WaitFailedException(String message) {
        super(message);
    }

    WaitFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
