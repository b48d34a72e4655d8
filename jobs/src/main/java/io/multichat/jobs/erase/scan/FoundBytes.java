package io.multichat.jobs.erase.scan;

/**
 * A text that a file contains.
 *
 * @param file the path of the file
 * @param text the number of the text, from 1, in the order in which the texts were searched for
 * @param occurrences how often it was found
 */
public record FoundBytes(String file, int text, long occurrences) {}
