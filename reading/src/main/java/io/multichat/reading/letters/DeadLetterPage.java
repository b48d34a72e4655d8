package io.multichat.reading.letters;

import java.util.List;
import java.util.Optional;

/**
 * A page of dead letters. It may hold fewer letters than requested although more follow, because the number of records that are read
 * for a page is bounded too.
 *
 * @param letters the letters, newest first
 * @param next the cursor of the next page; empty on the last page
 */
public record DeadLetterPage(List<StoredDeadLetter> letters, Optional<DeadLetterCursor> next) {}
