package io.multichat.sinks.archive.read;

import java.io.IOException;

/** Takes the lines of a segment, one by one. */
@FunctionalInterface
public interface LineReader {
    /**
     * Takes a line, without its line break.
     *
     * @throws IllegalArgumentException when this version cannot read it; so does an InvalidEventException say
     */
    void line(byte[] line) throws IOException;
}
