/**
 * Segments: encoding entries as lines, compressing lines to frames, and reading them back. A segment is one file of the
 * archive. It holds the lines of one UTC day and one topic-partition.
 */
package io.multichat.sinks.archive.segment;
