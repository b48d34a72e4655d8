package io.multichat.server.progress;

/** The topology or a store has not processed a published event yet. The same question may succeed in a moment. */
public final class BehindException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BehindException(String message) {
        super(message);
    }
}
