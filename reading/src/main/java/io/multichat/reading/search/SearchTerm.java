package io.multichat.reading.search;

/**
 * A part of a search query.
 *
 * @param text the text as it was given; what separates words is up to the index
 * @param isPhrase true if the words of the text must follow each other
 * @param isExcluded true if a message must not contain it
 * @param isPrefix true if the last word of the text may be the beginning of a longer one
 */
public record SearchTerm(String text, boolean isPhrase, boolean isExcluded, boolean isPrefix) {}
