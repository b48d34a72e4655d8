package io.multichat.jobs.client;

/** The HTTP server of a Multichat does not answer, or refuses what was asked. The message says in one line what to do. */
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

    /** True when the same question may be answered in a moment. */
    public boolean temporary() {
        return temporary;
    }
}
