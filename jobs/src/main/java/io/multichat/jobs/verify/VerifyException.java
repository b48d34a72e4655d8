package io.multichat.jobs.verify;

/** The comparison could not be carried out. The message says in one line why. */
public final class VerifyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    VerifyException(String message, Throwable cause) {
        super(message, cause);
    }
}
