package io.multichat.jobs.rebuild;

import io.multichat.events.InvalidEventException;
import io.multichat.events.publish.ChatPublisher;
import io.multichat.jobs.client.KafkaAccess;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Publishes the events of a spool to the first input topic, in order, and counts those that are too large. Used by one thread. */
final class Replay {
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private long refused;

    /**
     * Publishes all events and waits until Kafka has them.
     *
     * @return number of events that are too large
     * @throws RebuildException when Kafka refuses an event for another reason
     */
    long run(ReplaySpool spool, KafkaAccess kafka) {
        try (ChatPublisher publisher = kafka.publisher()) {
            spool.forEach(event -> publish(publisher, event));
            publisher.flush();
        }
        requireNoFailure();
        return refused;
    }

    private void publish(ChatPublisher publisher, byte[] event) {
        requireNoFailure();
        try {
            publisher.publishBytes(event, List.of(), (written, problem) -> failure.compareAndSet(null, problem));
        } catch (InvalidEventException e) {
            refused++;
        }
    }

    private void requireNoFailure() {
        Exception problem = failure.get();
        if (problem != null) {
            throw new RebuildException(
                    "an event could not be published: " + problem.getMessage() + "; run the rebuild again", problem);
        }
    }
}
