package io.multichat.sinks.core.conformance;

import io.multichat.reading.SessionReader;
import io.multichat.sinks.core.StoreFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** A sink with its own store, initially empty and used for one history. Used by one thread. */
public interface SinkUnderTest extends AutoCloseable {
    /** Creates the stores of one task. */
    StoreFactory stores();

    /** The clock of all tasks: it never goes back, in milliseconds. */
    LongSupplier clockMs();

    /** The settings of every task. */
    Map<String, String> settings();

    /** Controls the store and the clock. */
    Circumstances circumstances();

    /** The properties of this sink. */
    Traits traits();

    /** Reads one kind of contents directly from the store, as {@link Lines} in any order. */
    List<String> contents(Aspect aspect);

    /** Problems of the store beyond its contents, such as orphans or keys that never expire; empty if there are none. */
    List<String> faults();

    /** Opens a reader of the store, which the caller closes; empty if the sink has none. */
    Optional<SessionReader> reader();

    /** Deletes the store. */
    @Override
    void close();
}
