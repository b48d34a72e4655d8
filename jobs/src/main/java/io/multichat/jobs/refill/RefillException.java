package io.multichat.jobs.refill;

/** A refill that cannot be completed. What it has written stays, and another run writes nothing twice. */
public final class RefillException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RefillException(String message) {
        super(message);
    }

    public RefillException(String message, Throwable cause) {
        super(message, cause);
    }
}
