package io.multichat.sinks.archive.chain;

import java.io.IOException;

/** Receives the lines of a segment, one after the other. */
@FunctionalInterface
public interface SegmentLineReader {
    /** @param line one line without its line break */
    void read(byte[] line) throws IOException;
}
