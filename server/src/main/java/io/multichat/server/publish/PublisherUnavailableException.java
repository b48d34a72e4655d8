package io.multichat.server.publish;

/** The broker cannot be reached, or the process is still starting. */
public final class PublisherUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PublisherUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
