package io.multichat.formats;

/**
 * A place in a file that does not become an event.
 *
 * @param place the place
 * @param reason what is wrong, in one line, without content of the file
 */
public record Refusal(EventPlace place, String reason) {}
