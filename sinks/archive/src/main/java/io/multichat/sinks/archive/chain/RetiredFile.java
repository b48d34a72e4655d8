package io.multichat.sinks.archive.chain;

/**
 * A file whose lines are in another file now. It is kept for readers that do not know the other one yet.
 *
 * @param path relative to the archive's root, as the manifest of its commit names it
 * @param retiredAt UTC milliseconds
 */
public record RetiredFile(String path, long retiredAt) {}
