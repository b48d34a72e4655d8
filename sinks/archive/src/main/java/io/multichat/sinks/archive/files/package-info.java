/**
 * The archive's files: their paths, durable file operations, hashes, and what follows from a failure. Knows nothing of what the
 * files contain.
 */
package io.multichat.sinks.archive.files;
