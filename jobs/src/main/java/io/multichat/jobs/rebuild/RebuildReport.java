package io.multichat.jobs.rebuild;

/**
 * The result of a rebuild.
 *
 * @param generation the generation that begins
 * @param archived number of accepted events that the archive held, and of all deletions of sessions
 * @param transcript number of accepted events that only chat-transcript held, without deletions of sessions
 * @param input number of records that the input topics held; most of them are repeated
 * @param refused number of records that are too large to be published again
 */
public record RebuildReport(int generation, long archived, long transcript, long input, long refused) {}
