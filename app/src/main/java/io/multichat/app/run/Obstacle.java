package io.multichat.app.run;

/**
 * Something that keeps the process from doing all its work.
 *
 * @param text a description for people
 * @param passing true when waiting helps: the start waits for it to disappear
 */
record Obstacle(String text, boolean passing) {}
