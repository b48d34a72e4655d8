package io.multichat.jobs.imports.read;

import io.multichat.formats.FileEvent;
import java.util.function.Consumer;

/** Receives the events of an import, which several threads may read. Thread-safe. */
@FunctionalInterface
public interface PartReceiver {
    /**
     * A part is about to be read.
     *
     * @return receives its events, in order, from one thread
     */
    Consumer<FileEvent> begin(Part part);

    /** A part was read to its end, and nothing of it was refused. */
    default void end(Part part) {}
}
