package io.multichat.sinks.archive.compact;

/**
 * How far a compaction goes.
 *
 * @param graceMs how long replaced files and manifests stay for readers that know of no others yet, in milliseconds
 * @param targetBytes a file of this size, compressed, is large enough
 */
public record CompactionLimits(long graceMs, long targetBytes) {}
