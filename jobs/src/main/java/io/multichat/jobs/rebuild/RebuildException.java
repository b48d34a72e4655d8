package io.multichat.jobs.rebuild;

/** A rebuild failed. The message says in one line why and what to do. Repeating the rebuild is always safe. */
public final class RebuildException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RebuildException(String message) {
        super(message);
    }

    public RebuildException(String message, Throwable cause) {
        super(message, cause);
    }
}
