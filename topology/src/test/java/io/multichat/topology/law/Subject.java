package io.multichat.topology.law;

import io.multichat.events.DeadLetter;
import io.multichat.topology.law.model.Published;
import io.multichat.topology.query.SessionQueries;
import io.multichat.topology.settings.TopologySettings;
import org.apache.kafka.common.header.Headers;

/** What the laws hold for. One serves all cases, each with conversations of its own, since starting costs more than a case. */
interface Subject extends AutoCloseable {
    TopologySettings settings();

    /** The wall clock, UTC milliseconds. */
    long now();

    /** Returns where the event was published. */
    DeadLetter.Source publish(Published event, byte[] key, Headers headers);

    /** Moves the wall clock, and looks at it then. */
    void advance(long millis);

    /** Ends the transaction; queries answer as of then. */
    void commit();

    /** Another process takes the committed state over. */
    void restart();

    /** What was written since it was asked last. */
    Written written();

    SessionQueries queries();

    @Override
    void close();
}
