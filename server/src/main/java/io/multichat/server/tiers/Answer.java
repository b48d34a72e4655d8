package io.multichat.server.tiers;

/**
 * An answer and the tier that gave it.
 *
 * @param value the answer
 * @param source {@code state}, {@code redis}, {@code sqlite} or {@code archive}
 */
public record Answer<T>(T value, String source) {}
