package io.multichat.formats;

/** One message of a file cannot become an event. The message says why. The reader continues with the next one. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RefusedException(String reason) {
        super(reason);
    }
}
