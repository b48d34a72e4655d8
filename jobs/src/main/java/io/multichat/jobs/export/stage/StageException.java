package io.multichat.jobs.export.stage;

/** The database failed that sorts the chat. The message says in one line why and what to do. */
public final class StageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StageException(String message, Throwable cause) {
        super(message, cause);
    }
}
