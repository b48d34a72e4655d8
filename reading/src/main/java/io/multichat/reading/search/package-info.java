/**
 * Searching messages by their words: the port {@link io.multichat.reading.search.MessageSearch}, its requests and pages, and the language
 * of queries.
 */
package io.multichat.reading.search;
