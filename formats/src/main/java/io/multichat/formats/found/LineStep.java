package io.multichat.formats.found;

import io.multichat.formats.EventPlace;

/** Reads one line of a chat in a text file. */
@FunctionalInterface
public interface LineStep {
    /** Begins a message, ends the one before, or adds the line to it. */
    void read(EventPlace place, String line, LineMessages messages);
}
