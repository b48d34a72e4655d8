package io.multichat.reading.letters;

import io.multichat.events.DeadLetter;
import java.util.Optional;

/**
 * A dead letter.
 *
 * @param id its place in its topic
 * @param letter why and when the record was refused, and where it came from
 * @param key the original key; empty if there is none
 * @param value the original value, or the part of it that the letter or the answer holds; empty if there is none
 * @param valueBytes the size of the value in the letter
 */
public record StoredDeadLetter(
        DeadLetterId id, DeadLetter letter, Optional<byte[]> key, Optional<byte[]> value, int valueBytes) {}
