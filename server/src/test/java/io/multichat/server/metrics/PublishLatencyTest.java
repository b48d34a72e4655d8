package io.multichat.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.Sender;
import io.multichat.server.testing.MemoryPublisher;
import io.multichat.topology.state.ledger.RecordCounts;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.junit.jupiter.api.Test;

/** The time until published events can be queried. */
class PublishLatencyTest {
    private static final int PATIENCE_S = 20;
    private static final TopicPartition INPUT = new TopicPartition("chat-messages", 3);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final AtomicLong nextOffset = new AtomicLong();
    private final AtomicInteger looks = new AtomicInteger();
    private final CountDownLatch looked = new CountDownLatch(3);

    @Test
    void anEventIsMeasuredWhenTheStateHasItsRecord() throws Exception {
        try (PublishLatency latency = new PublishLatency(new MemoryPublisher(), this::counts, registry)) {
            latency.publish(message("one"), new byte[0]).join();
            latency.publish(message("two"), new byte[0]).join();
            assertThat(looked.await(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
            assertThat(timer().count()).isZero();

            nextOffset.set(1);
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
            while (timer().count() == 0 && System.nanoTime() - end < 0) {
                Thread.onSpinWait();
            }
            assertThat(timer().count()).isEqualTo(1);
            assertThat(timer().totalTime(TimeUnit.MILLISECONDS)).isGreaterThan(40);
        }
    }

    /** As while the state is moved at first, and then up to {@link #nextOffset}. */
    private Map<TopicPartition, RecordCounts> counts() {
        looked.countDown();
        if (looks.incrementAndGet() == 1) {
            throw new InvalidStateStoreException("the topology is starting");
        }
        return Map.of(INPUT, new RecordCounts(nextOffset.get(), 0, 0, 0, 0, 0));
    }

    private Timer timer() {
        return registry.get("multichat.publish.to.queryable").timer();
    }

    private static ChatEvent message(String text) {
        return ChatEvent.message(
                Conversation.of("slack", "general"), "m-" + text, Sender.user("ada"), Instant.ofEpochSecond(1), text);
    }
}
