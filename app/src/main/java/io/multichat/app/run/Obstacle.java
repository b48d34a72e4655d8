package io.multichat.app.run;

/**
 * Something that keeps the process from working.
 *
 * @param text a description for people
 * @param fatal true when waiting does not help, so that the process ends instead of doing half its work
 */
record Obstacle(String text, boolean fatal) {}
