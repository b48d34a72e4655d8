/** Writing: {@link io.multichat.sinks.archive.write.ArchiveStore} collects entries per topic-partition and commits them. */
package io.multichat.sinks.archive.write;
