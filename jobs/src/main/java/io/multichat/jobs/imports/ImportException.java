package io.multichat.jobs.imports;

/** An import cannot go on. The message says in one line why, and what to do. Importing again is always safe. */
public final class ImportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ImportException(String message) {
        super(message);
    }

    ImportException(String message, Throwable cause) {
        super(message, cause);
    }
}
