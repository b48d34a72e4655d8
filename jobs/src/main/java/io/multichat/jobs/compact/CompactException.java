package io.multichat.jobs.compact;

/** A compaction failed. The message says in one line why. Nothing is lost; the next compaction continues. */
public final class CompactException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CompactException(String message, Throwable cause) {
        super(message, cause);
    }
}
