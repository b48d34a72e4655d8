/**
 * The archive's files: their paths, durable file operations, hashes, and the reaction to failures. Knows nothing about the
 * content of the files.
 */
package io.multichat.sinks.archive.files;
