package io.multichat.reading;

/** A store did not take what it was given. Carries the verdict, which is decided where the store's driver is known. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What follows from a failed write. */
    public enum Verdict {
        /** An entry can never be written: it goes to the errant-record reporter, the others are written. */
        REPORT,
        /** The store is away or busy: what is not durable is given up, and read and written again later. */
        RETRY,
        /** Nobody can write here before a person has acted: the task fails. */
        STOP
    }

    private final Verdict verdict;

    public StoreException(Verdict verdict, String message, Throwable cause) {
        super(message, cause);
        this.verdict = verdict;
    }

    public Verdict verdict() {
        return verdict;
    }
}
