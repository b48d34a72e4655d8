package io.multichat.topology.law;

import io.multichat.events.DeadLetter;
import io.multichat.topology.law.model.Published;
import io.multichat.topology.query.SessionQueries;
import io.multichat.topology.settings.TopologySettings;
import org.apache.kafka.common.header.Headers;

/** An implementation under test. One serves all cases, each with its own conversations, because a start costs more than a case. */
interface Subject extends AutoCloseable {
    TopologySettings settings();

    /** The wall clock, UTC milliseconds. */
    long now();

    /** Returns where the event was published. */
    DeadLetter.Source publish(Published event, byte[] key, Headers headers);

    /** Moves the wall clock forward, then ticks. */
    void advance(long millis);

    /** Commits the transaction; queries then see its state. */
    void commit();

    /**
     * Aborts the transaction: lets another process take over the committed state, and processes the events of the transaction again
     * at the same times. The subject checks that this writes the same records again. A transaction in which the wall clock moved is
     * committed instead.
     */
    default void abort() {
        throw new UnsupportedOperationException("the subject commits after each event");
    }

    /** The records written since the last call. */
    Written written();

    SessionQueries queries();

    @Override
    void close();
}
