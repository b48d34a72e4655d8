/**
 * Compaction: {@link io.multichat.sinks.archive.compact.ArchiveCompactor} merges small segments of a day into larger ones, and
 * removes replaced files and old manifests after a grace period.
 */
package io.multichat.sinks.archive.compact;
