package io.multichat.sinks.archive.compact;

/**
 * The limits of a compaction.
 *
 * @param graceMs how long replaced files and old manifests stay for readers that still use them, milliseconds
 * @param targetBytes the compressed size from which a file is large enough
 */
public record CompactionLimits(long graceMs, long targetBytes) {}
