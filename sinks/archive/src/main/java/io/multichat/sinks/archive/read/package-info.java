/**
 * Reading: {@link io.multichat.sinks.archive.read.ArchiveReader} reads whole stretches, for exports and checks;
 * {@link io.multichat.sinks.archive.read.ArchiveSessionReader} answers questions about single sessions, for the HTTP server.
 */
package io.multichat.sinks.archive.read;
