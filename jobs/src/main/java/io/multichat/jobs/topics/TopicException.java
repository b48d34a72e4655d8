package io.multichat.jobs.topics;

/** Multichat cannot run on the existing topics. The message says what to do. */
public final class TopicException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TopicException(String message) {
        super(message);
    }
}
