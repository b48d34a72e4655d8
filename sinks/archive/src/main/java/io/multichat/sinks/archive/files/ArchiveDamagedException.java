package io.multichat.sinks.archive.files;

import java.io.IOException;

/**
 * The archive's files are not as they were committed: one is missing, was changed, or a chain of manifests has a gap. Trying
 * again does not help; the message names the file.
 */
public final class ArchiveDamagedException extends IOException {
    private static final long serialVersionUID = 1L;

    public ArchiveDamagedException(String message) {
        super(message);
    }

    public ArchiveDamagedException(String message, Throwable cause) {
        super(message, cause);
    }
}
