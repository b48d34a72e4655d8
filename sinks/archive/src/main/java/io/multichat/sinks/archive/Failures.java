package io.multichat.sinks.archive;

import io.multichat.sinks.core.StoreException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;

/** The one place where a failure of the file system gets its verdict. */
final class Failures {
    private Failures() {}

    /**
     * STOP when a person must act first: access is denied, or the archive is damaged. RETRY for everything else, such as a full
     * disk or a file server that is away.
     */
    static StoreException of(IOException failure) {
        boolean needsPerson = failure instanceof AccessDeniedException || failure instanceof ArchiveDamagedException;
        return new StoreException(
                needsPerson ? StoreException.Verdict.STOP : StoreException.Verdict.RETRY,
                "the archive cannot be written: " + failure,
                failure);
    }
}
