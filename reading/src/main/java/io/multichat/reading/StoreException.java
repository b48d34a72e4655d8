package io.multichat.reading;

/** A store could not be read or written. Carries a verdict on what to do, which the code that knows the driver decides. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The reaction to a failure. */
    public enum Verdict {
        /** An entry can never be written. Report it and write the others. */
        REPORT,
        /** The store is unavailable or busy. Discard what is not durable, and try again later. */
        RETRY,
        /** An operator must act before the store can be used. Stop. */
        STOP
    }

    private final Verdict verdict;

    public StoreException(Verdict verdict, String message, Throwable cause) {
        super(message, cause);
        this.verdict = verdict;
    }

    /** The reaction that this failure calls for. */
    public Verdict verdict() {
        return verdict;
    }
}
