package io.multichat.app.run;

/**
 * What keeps the process from its work.
 *
 * @param text in words
 * @param fatal true when it does not pass by itself: the process ends rather than doing half of its work
 */
record Obstacle(String text, boolean fatal) {}
