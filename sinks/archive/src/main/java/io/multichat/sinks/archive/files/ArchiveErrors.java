package io.multichat.sinks.archive.files;

import io.multichat.reading.StoreException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;

/** Decides how to react to failures of the file system. No other class does. */
public final class ArchiveErrors {
    private ArchiveErrors() {}

    /** Reads from the archive. */
    @FunctionalInterface
    public interface Reading<T> {
        T read() throws IOException;
    }

    /**
     * Translates the failure of a write. The verdict is STOP when a person must act first: access is denied, or the archive
     * is damaged. It is RETRY for everything else, such as a full disk or an unreachable file server.
     */
    public static StoreException of(IOException failure) {
        return judged("the archive cannot be written: ", failure);
    }

    /**
     * The result of {@code reading}.
     *
     * @throws StoreException when it fails, with the same verdicts
     */
    public static <T> T whileReading(Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException e) {
            throw judged("the archive cannot be read: ", e);
        }
    }

    private static StoreException judged(String problem, IOException failure) {
        if (failure instanceof ArchiveDamagedException damaged) {
            return new StoreException(StoreException.Verdict.STOP, problem + damaged.withRemedy(), failure);
        }
        boolean needsPerson = failure instanceof AccessDeniedException;
        return new StoreException(
                needsPerson ? StoreException.Verdict.STOP : StoreException.Verdict.RETRY, problem + failure, failure);
    }
}
