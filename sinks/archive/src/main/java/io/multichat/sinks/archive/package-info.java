/**
 * The archive: every accepted event and every snapshot as a line of JSON in compressed, immutable files, exactly once.
 *
 * <p>Writing: a task hands lines to one {@code PartitionWriter} per topic-partition, which gathers them in one
 * {@code SegmentWriter} per day and commits them as the next {@code Manifest} of that topic-partition's chain. Reading:
 * {@link io.multichat.sinks.archive.read.ArchiveReader} believes manifests and nothing else.
 */
package io.multichat.sinks.archive;
