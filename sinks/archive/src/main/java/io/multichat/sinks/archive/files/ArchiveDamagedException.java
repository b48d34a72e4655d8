package io.multichat.sinks.archive.files;

import java.io.IOException;

/**
 * The archive's files differ from what was committed: a file is missing or changed, or a chain of manifests is broken.
 * Retrying does not help. The message names the file.
 */
public final class ArchiveDamagedException extends IOException {
    private static final long serialVersionUID = 1L;

    public ArchiveDamagedException(String message) {
        super(message);
    }

    public ArchiveDamagedException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The message with what to do about it, in one line. */
    public String withRemedy() {
        return getMessage()
                + "; restore the file from a backup, or move the archive elsewhere and restart: the sink then writes what the"
                + " topics still hold into a new one";
    }
}
