package io.multichat.server.tiers;

/** Nobody who could know the answer can be asked now; the same question may be answered in a moment. */
public final class TiersUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TiersUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
