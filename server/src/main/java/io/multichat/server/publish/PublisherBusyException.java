package io.multichat.server.publish;

/** More events are waiting for the broker than fit into memory. */
public final class PublisherBusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PublisherBusyException(String message) {
        super(message);
    }
}
