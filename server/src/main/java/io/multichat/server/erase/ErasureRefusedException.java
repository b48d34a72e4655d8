package io.multichat.server.erase;

/** An erasure was not started. The message says why. */
public final class ErasureRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why an erasure was not started. */
    public enum Reason {
        /** There is nothing to erase. */
        NOT_FOUND,
        /** A hold protects everything that was found. */
        ON_HOLD,
        /** This server cannot erase now. */
        UNAVAILABLE
    }

    public ErasureRefusedException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public ErasureRefusedException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
