package io.multichat.server.publish;

import io.multichat.events.ChatEvent;
import io.multichat.events.InvalidEventException;
import io.multichat.events.RejectReason;
import io.multichat.events.codec.EventDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Publishes the events of a request and waits for their outcomes. Valid events are published even if others are not. After the first
 * one that there is no room for, none is sent, so that events of a conversation stay in order. Thread-safe.
 */
public final class EventBatch {
    private static final int REFUSED = 422;
    private static final int TOO_LARGE = 413;
    private static final int TOO_MANY = 429;
    private static final int RETRY = 503;
    private static final String BUSY = "busy";
    private static final String UNAVAILABLE = "unavailable";
    private static final Set<String> NOT_SENT = Set.of(BUSY, UNAVAILABLE);

    private final EventDecoder decoder = new EventDecoder();
    private final EventPublisher publisher;
    private final long patienceMs;

    /** @param patienceMs how long to wait for the broker */
    public EventBatch(EventPublisher publisher, long patienceMs) {
        this.publisher = publisher;
        this.patienceMs = patienceMs;
    }

    /**
     * Publishes events.
     *
     * @param events each the bytes of one event
     * @return the outcome of each, in the same order
     */
    public List<EventOutcome> publish(List<byte[]> events) {
        List<CompletableFuture<EventOutcome>> outcomes = new ArrayList<>();
        EventOutcome stop = null;
        for (byte[] event : events) {
            CompletableFuture<EventOutcome> outcome =
                    stop == null ? send(event) : CompletableFuture.completedFuture(stop);
            stop = stop == null ? obstacle(outcome) : stop;
            outcomes.add(outcome);
        }
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMs);
        return outcomes.stream().map(outcome -> await(outcome, deadline)).toList();
    }

    private CompletableFuture<EventOutcome> send(byte[] event) {
        try {
            ChatEvent decoded = decoder.decode(event);
            if (decoded.type().isCommand()) {
                // The scope that permits writing does not permit erasing what others wrote.
                return CompletableFuture.completedFuture(
                        EventOutcome.failed(
                                REFUSED,
                                RejectReason.INVALID_VALUE.code(),
                                decoded.type().wireName()
                                        + " is a command, which needs the scope admin; use DELETE, `multichat erase` or `multichat hold`"));
            }
            return publisher
                    .publish(decoded, event)
                    .handle((published, failure) ->
                            failure == null ? EventOutcome.published(published) : unconfirmed(failure.getMessage()));
        } catch (InvalidEventException e) {
            int status = e.reason() == RejectReason.TOO_LARGE ? TOO_LARGE : REFUSED;
            return CompletableFuture.completedFuture(
                    EventOutcome.failed(status, e.reason().code(), e.getMessage()));
        } catch (PublisherBusyException e) {
            return CompletableFuture.completedFuture(EventOutcome.failed(TOO_MANY, BUSY, e.getMessage()));
        } catch (PublisherUnavailableException e) {
            return CompletableFuture.completedFuture(EventOutcome.failed(RETRY, UNAVAILABLE, e.getMessage()));
        }
    }

    /** The outcome of all later events, if this one was not sent for a reason that is not its own. */
    private static EventOutcome obstacle(CompletableFuture<EventOutcome> outcome) {
        EventOutcome known = outcome.getNow(null);
        return known != null && known.reason().filter(NOT_SENT::contains).isPresent() ? known : null;
    }

    private EventOutcome await(CompletableFuture<EventOutcome> outcome, long deadline) {
        try {
            return outcome.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return unconfirmed("the broker has not confirmed it within " + patienceMs + " ms");
        } catch (ExecutionException e) {
            return unconfirmed(e.getCause().getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unconfirmed("the server is stopping");
        }
    }

    private static EventOutcome unconfirmed(String why) {
        return EventOutcome.failed(
                RETRY,
                "unconfirmed",
                why + "; the event may have been stored: send it again, a second copy is dropped as a duplicate");
    }
}
