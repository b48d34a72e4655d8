package io.multichat.server.tiers;

/**
 * An answer, and the tier that gave it.
 *
 * @param value what was asked for
 * @param source {@code state}, {@code redis} or {@code sqlite}
 */
public record Answer<T>(T value, String source) {}
