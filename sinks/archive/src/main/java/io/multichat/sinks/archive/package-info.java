/**
 * The archive: every accepted event and every session snapshot as one line of JSON in compressed, immutable files, exactly
 * once.
 *
 * <p>{@link io.multichat.sinks.archive.write Writing}: one writer per topic-partition collects lines in one {@code segment}
 * per day and commits the segments as the next manifest of the topic-partition's {@code chain}. {@link
 * io.multichat.sinks.archive.compact Compaction} merges small segments, and {@link io.multichat.sinks.archive.erase Erasure}
 * rewrites those that hold something erased, both through the same chain. {@link
 * io.multichat.sinks.archive.read Reading} trusts only manifests.
 */
package io.multichat.sinks.archive;
