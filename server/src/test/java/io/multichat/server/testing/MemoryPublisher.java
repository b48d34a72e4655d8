package io.multichat.server.testing;

import io.multichat.events.ChatEvent;
import io.multichat.server.publish.EventPublisher;
import io.multichat.server.publish.PublishedEvent;
import io.multichat.server.publish.PublisherBusyException;
import io.multichat.server.publish.PublisherUnavailableException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what is published, and fails where the text of an event says so. */
public final class MemoryPublisher implements EventPublisher {
    /** The bytes of the published events, as text. */
    public final List<String> published = new CopyOnWriteArrayList<>();

    @Override
    public CompletableFuture<PublishedEvent> publish(ChatEvent event, byte[] value) {
        switch (event.content().text().orElse("")) {
            case "busy" -> throw new PublisherBusyException("no room");
            case "away" -> throw new PublisherUnavailableException("no broker", null);
            case "lost" -> {
                return CompletableFuture.failedFuture(new IllegalStateException("connection lost"));
            }
            default -> {
                published.add(new String(value, StandardCharsets.UTF_8));
                return CompletableFuture.completedFuture(new PublishedEvent("chat-messages", 3, published.size() - 1L));
            }
        }
    }
}
