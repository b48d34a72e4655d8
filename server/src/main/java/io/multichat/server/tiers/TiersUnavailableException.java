package io.multichat.server.tiers;

/** No tier that may know the answer can be asked right now. The same question may succeed in a moment. */
public final class TiersUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TiersUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
