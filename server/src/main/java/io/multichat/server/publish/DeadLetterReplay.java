package io.multichat.server.publish;

import io.multichat.reading.letters.DeadLetterId;
import java.util.Optional;

/** Publishes the records of dead letters again. Thread-safe. */
@FunctionalInterface
public interface DeadLetterReplay {
    /**
     * The outcome; one of its parts is present.
     *
     * @param topic the input topic to which the record was published
     * @param refusal why it was not published
     */
    record Outcome(Optional<String> topic, Optional<String> refusal) {}

    /**
     * Publishes a record and waits until the broker has it.
     *
     * @throws PublisherUnavailableException if the broker cannot be reached
     */
    Outcome replay(DeadLetterId id);
}
