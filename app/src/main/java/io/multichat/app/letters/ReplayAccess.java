package io.multichat.app.letters;

import io.multichat.jobs.client.KafkaAccess;
import io.multichat.jobs.client.KafkaUnavailableException;
import io.multichat.jobs.deadletters.Replay;
import io.multichat.reading.letters.DeadLetterId;
import io.multichat.server.publish.DeadLetterReplay;
import io.multichat.server.publish.PublisherUnavailableException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Replays dead letters for the HTTP server, which starts before the broker can be reached. Letters are rare, so each has a producer of
 * its own. Thread-safe.
 */
public final class ReplayAccess implements DeadLetterReplay {
    private final Supplier<Optional<KafkaAccess>> kafka;

    /** @param kafka the cluster; empty until its topics are there */
    public ReplayAccess(Supplier<Optional<KafkaAccess>> kafka) {
        this.kafka = kafka;
    }

    @Override
    public Outcome replay(DeadLetterId id) {
        KafkaAccess cluster = kafka.get()
                .orElseThrow(() -> new PublisherUnavailableException("the server is starting or stopping", null));
        try (Replay replay = new Replay(cluster)) {
            Replay.Outcome outcome = replay.replay(id);
            return new Outcome(outcome.topic(), outcome.problem());
        } catch (KafkaUnavailableException e) {
            throw new PublisherUnavailableException(e.getMessage(), e);
        }
    }
}
