package io.multichat.sinks.archive.settings;

/**
 * When a topic-partition commits: as soon as it reaches one of these.
 *
 * @param records lines that are not committed
 * @param bytes of these lines, uncompressed
 * @param intervalMs since the first record that is not committed, in milliseconds
 */
public record CommitLimits(long records, long bytes, long intervalMs) {}
