package io.multichat.jobs.imports.source;

/** An import failed. The message says in one line why and what to do. Importing the file again is always safe. */
public final class ImportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ImportException(String message) {
        super(message);
    }

    public ImportException(String message, Throwable cause) {
        super(message, cause);
    }
}
