package io.multichat.jobs.imports;

import java.util.Optional;

/**
 * One line of a file.
 *
 * @param number counted from 1, empty lines included
 * @param value the bytes without the line's end; empty when the line is larger than what can be published
 */
public record Line(long number, Optional<byte[]> value) {}
