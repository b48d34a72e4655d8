package io.multichat.sinks.core.conformance;

import io.multichat.reading.SessionReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.sink.SinkTask;

/** A sink with its own store, initially empty and used for one history. Used by one thread. */
public interface SinkUnderTest extends AutoCloseable {
    /** The number of records from which a task overlaps, so that histories have batches of both kinds. */
    int OVERLAP_FROM = 3;

    /** Creates a task, not yet started. It overlaps batches of at least {@link #OVERLAP_FROM} records. */
    SinkTask task();

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
