package io.multichat.jobs.client;

/** The HTTP server of Multichat does not answer or refuses a request. The message says in one line what to do. */
public final class ServerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean temporary;

    ServerException(String message, boolean temporary) {
        super(message);
        this.temporary = temporary;
    }

    ServerException(String message, boolean temporary, Throwable cause) {
        super(message, cause);
        this.temporary = temporary;
    }

    /** True when the same request may succeed in a moment. */
    public boolean temporary() {
        return temporary;
    }
}
