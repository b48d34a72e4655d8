package io.multichat.server.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.multichat.events.ChatEvent;
import io.multichat.server.publish.EventPublisher;
import io.multichat.server.publish.PublishedEvent;
import io.multichat.topology.state.ledger.RecordCounts;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures how long it takes until a published event can be queried, with the events that clients publish: one at a time, from the
 * call until the state of this instance has committed its record. Events whose partition another instance processes are not measured.
 * Thread-safe.
 */
public final class PublishLatency implements EventPublisher, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PublishLatency.class);
    private static final long LOOK_EVERY_MS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(150),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30)
    };

    private final EventPublisher publisher;
    private final Supplier<Map<TopicPartition, RecordCounts>> counts;
    private final Timer timer;
    private final AtomicReference<Sample> pending = new AtomicReference<>();
    private final ScheduledExecutorService looks;

    /** @param began when the event was published, as {@link System#nanoTime()} */
    private record Sample(PublishedEvent event, long began) {}

    /**
     * Measures what a publisher publishes.
     *
     * @param counts how far the state of this instance is, by source partition; throws while the state cannot be queried
     */
    public PublishLatency(
            EventPublisher publisher, Supplier<Map<TopicPartition, RecordCounts>> counts, MeterRegistry registry) {
        this.publisher = publisher;
        this.counts = counts;
        this.timer = Timer.builder("multichat.publish.to.queryable")
                .description("Time from the publishing of an event over HTTP until it can be queried, of some events")
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
        this.looks = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "publish-latency");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public CompletableFuture<PublishedEvent> publish(ChatEvent event, byte[] value) {
        long began = System.nanoTime();
        CompletableFuture<PublishedEvent> published = publisher.publish(event, value);
        if (pending.get() == null) {
            published.thenAccept(stored -> measure(new Sample(stored, began)));
        }
        return published;
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }

    private void measure(Sample sample) {
        if (pending.compareAndSet(null, sample)) {
            lookSoon(sample);
        }
    }

    private void lookSoon(Sample sample) {
        if (!looks.isShutdown()) {
            looks.schedule(() -> look(sample), LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
        }
    }

    private void look(Sample sample) {
        long took = System.nanoTime() - sample.began();
        boolean isQueryable;
        try {
            isQueryable = isQueryable(sample.event());
        } catch (RuntimeException e) {
            LOG.debug("A published event is not measured", e);
            pending.set(null);
            return;
        }
        if (isQueryable) {
            timer.record(took, TimeUnit.NANOSECONDS);
        }
        if (isQueryable || took > PATIENCE.toNanos()) {
            pending.set(null);
        } else {
            lookSoon(sample);
        }
    }

    private boolean isQueryable(PublishedEvent event) {
        try {
            RecordCounts known = counts.get().get(new TopicPartition(event.topic(), event.partition()));
            return known != null && known.nextOffset() > event.offset();
        } catch (InvalidStateStoreException e) {
            return false;
        }
    }
}
