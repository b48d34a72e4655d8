package io.multichat.jobs.erase.plan;

/** An erasure cannot be planned or carried out. The message says in one line why and what to do. */
public final class ErasureException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ErasureException(String message) {
        super(message);
    }

    public ErasureException(String message, Throwable cause) {
        super(message, cause);
    }
}
