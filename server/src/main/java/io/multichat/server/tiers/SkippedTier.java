package io.multichat.server.tiers;

/**
 * A tier that was asked, or would have been, before the one that answered.
 *
 * @param tier its name
 * @param reason what kept it from answering
 */
public record SkippedTier(String tier, String reason) {}
