/**
 * Reading: {@link io.multichat.sinks.archive.read.ArchiveReader} reads whole time ranges, for exports and checks;
 * {@link io.multichat.sinks.archive.read.ArchiveSessionReader} answers queries about single sessions, for the HTTP server.
 */
package io.multichat.sinks.archive.read;
