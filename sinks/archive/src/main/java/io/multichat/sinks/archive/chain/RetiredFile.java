package io.multichat.sinks.archive.chain;

/**
 * A file whose lines another file holds now. It is kept for readers that know of no other yet.
 *
 * @param path as a manifest named it when it was committed
 * @param retiredAt UTC milliseconds
 */
public record RetiredFile(String path, long retiredAt) {}
