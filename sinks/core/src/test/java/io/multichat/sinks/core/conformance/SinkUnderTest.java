package io.multichat.sinks.core.conformance;

import io.multichat.reading.SessionReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.sink.SinkTask;

/** A sink with a store of its own that is empty at first and serves one history. Used by one thread. */
public interface SinkUnderTest extends AutoCloseable {
    /** A task that is not started. */
    SinkTask task();

    /** The configuration of every task. */
    Map<String, String> settings();

    /** What can be done to the store. */
    Circumstances circumstances();

    /** What distinguishes it. */
    Traits traits();

    /** Reads one aspect from the store itself, as {@link Lines}, in any order. */
    List<String> contents(Aspect aspect);

    /** What is wrong with the store beyond its contents: an orphan, a key that never expires; empty when it is sound. */
    List<String> faults();

    /** A reader of the store, closed by the caller; empty when there is none. */
    Optional<SessionReader> reader();

    /** Removes the store. */
    @Override
    void close();
}
