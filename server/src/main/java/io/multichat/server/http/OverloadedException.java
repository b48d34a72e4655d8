package io.multichat.server.http;

/** The server has no room for the request right now. The same request may succeed in a moment. */
final class OverloadedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OverloadedException(String message) {
        super(message);
    }
}
