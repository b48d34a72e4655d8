package io.multichat.sinks.archive.settings;

/**
 * The limits at which a topic-partition commits; the first one reached applies.
 *
 * @param records the number of uncommitted lines
 * @param bytes the uncompressed size of these lines
 * @param intervalMs the time since the first uncommitted record, milliseconds
 */
public record CommitLimits(long records, long bytes, long intervalMs) {}
