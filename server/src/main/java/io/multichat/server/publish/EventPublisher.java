package io.multichat.server.publish;

import io.multichat.events.ChatEvent;
import java.util.concurrent.CompletableFuture;

/** Publishes events to the input topic. Thread-safe. */
public interface EventPublisher {
    /**
     * Sends an event.
     *
     * @param value the bytes of the event, which are sent unchanged
     * @return completes when the broker has stored the event; fails if it has not, or may not have
     * @throws io.multichat.events.InvalidEventException if the topology would refuse the event; it is not sent
     * @throws PublisherBusyException if there is no room for the event right now; it is not sent
     * @throws PublisherUnavailableException if the publisher cannot be used right now; the event is not sent
     */
    CompletableFuture<PublishedEvent> publish(ChatEvent event, byte[] value);
}
