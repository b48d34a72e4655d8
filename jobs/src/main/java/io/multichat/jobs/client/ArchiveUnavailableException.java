package io.multichat.jobs.client;

/** The archive does not exist. The message says in one line what to do. */
public final class ArchiveUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ArchiveUnavailableException(String message) {
        super(message);
    }
}
