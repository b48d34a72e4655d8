package io.multichat.reading.letters;

import java.util.Optional;

/** Reads dead letters. Thread-safe. */
public interface DeadLetterReader {
    /** The maximum number of bytes of a value that a page holds. */
    int EXCERPT_BYTES = 1_024;

    /**
     * Returns a page, newest first; values are cut to {@link #EXCERPT_BYTES}.
     *
     * @throws io.multichat.reading.StoreException if the letters cannot be read
     */
    DeadLetterPage page(DeadLetterRequest request);

    /**
     * Returns one letter with its whole value.
     *
     * @return empty if there is no letter with this id, or no longer
     * @throws io.multichat.reading.StoreException if the letters cannot be read
     */
    Optional<StoredDeadLetter> letter(DeadLetterId id);
}
