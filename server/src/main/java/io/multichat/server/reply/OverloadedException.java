package io.multichat.server.reply;

/** The server has no room for the request right now. The same request may succeed in a moment. */
public final class OverloadedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OverloadedException(String message) {
        super(message);
    }
}
