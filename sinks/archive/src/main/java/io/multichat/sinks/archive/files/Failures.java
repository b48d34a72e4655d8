package io.multichat.sinks.archive.files;

import io.multichat.reading.StoreException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;

/** The one place where a failure of the file system gets its verdict. */
public final class Failures {
    private Failures() {}

    /** A question to the archive. */
    @FunctionalInterface
    public interface Question<T> {
        T ask() throws IOException;
    }

    /**
     * STOP when a person must act first: access is denied, or the archive is damaged. RETRY for everything else, such as a full
     * disk or a file server that is away.
     */
    public static StoreException of(IOException failure) {
        return judged("the archive cannot be written: ", failure);
    }

    /** Asks; translates what goes wrong, with the same verdicts. */
    public static <T> T whileReading(Question<T> question) {
        try {
            return question.ask();
        } catch (IOException e) {
            throw judged("the archive cannot be read: ", e);
        }
    }

    private static StoreException judged(String problem, IOException failure) {
        boolean needsPerson = failure instanceof AccessDeniedException || failure instanceof ArchiveDamagedException;
        return new StoreException(
                needsPerson ? StoreException.Verdict.STOP : StoreException.Verdict.RETRY, problem + failure, failure);
    }
}
