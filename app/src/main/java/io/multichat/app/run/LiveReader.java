package io.multichat.app.run;

import io.multichat.events.InvalidEventException;
import io.multichat.events.Placement;
import io.multichat.events.Topics;
import io.multichat.events.codec.SnapshotDecoder;
import io.multichat.jobs.client.KafkaAccess;
import io.multichat.server.live.LiveEvent;
import io.multichat.server.live.LiveHub;
import io.multichat.server.live.LiveLog;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads {@code chat-transcript} and {@code chat-sessions} for the live clients of this instance, in a thread of its own. Begins some
 * records before the end, so that clients can continue after a restart of the instance. After a failure it begins again.
 */
final class LiveReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveReader.class);
    private static final long BEFORE_THE_END = 1_000;
    private static final long RETRY_SECONDS = 1;
    private static final long HEARTBEAT_NS = TimeUnit.SECONDS.toNanos(15);
    private static final Duration POLL = Duration.ofMillis(500);

    private final KafkaAccess kafka;
    private final LiveHub hub;
    private final SnapshotDecoder snapshots = new SnapshotDecoder();
    private final CountDownLatch ready = new CountDownLatch(1);
    private final CountDownLatch closing = new CountDownLatch(1);
    private long nextHeartbeat = System.nanoTime() + HEARTBEAT_NS;

    private LiveReader(KafkaAccess kafka, LiveHub hub) {
        this.kafka = kafka;
        this.hub = hub;
    }

    static LiveReader start(KafkaAccess kafka, LiveHub hub) {
        LiveReader reader = new LiveReader(kafka, hub);
        Thread thread = new Thread(reader::run, "live-reader");
        thread.setDaemon(true);
        thread.start();
        return reader;
    }

    /** Waits until the records before the end are in the buffer. False if that takes longer. */
    boolean awaitReady(long time, TimeUnit unit) throws InterruptedException {
        return ready.await(time, unit);
    }

    /** The thread ends soon. */
    @Override
    public void close() {
        closing.countDown();
    }

    private void run() {
        try {
            boolean closed = false;
            while (!closed) {
                try (Consumer<byte[], byte[]> consumer = kafka.follower()) {
                    follow(consumer);
                    closed = true;
                } catch (RuntimeException e) {
                    LOG.warn("live events cannot be read; trying again", e);
                    closed = closing.await(RETRY_SECONDS, TimeUnit.SECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow(Consumer<byte[], byte[]> consumer) {
        List<TopicPartition> logs = Stream.of(Topics.TRANSCRIPT, Topics.SESSIONS)
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(logs);
        Map<TopicPartition, Long> begin = consumer.beginningOffsets(logs);
        Map<TopicPartition, Long> end = consumer.endOffsets(logs);
        logs.forEach(log -> {
            long from = Math.max(begin.get(log), end.get(log) - BEFORE_THE_END);
            consumer.seek(log, from);
            hub.start(log(log.topic(), log.partition()), from, end.get(log), logs.size() / 2);
        });
        while (closing.getCount() > 0) {
            for (ConsumerRecord<byte[], byte[]> record :
                    consumer.poll(ready.getCount() > 0 ? POLL.dividedBy(10) : POLL)) {
                event(record).ifPresent(hub::publish);
            }
            if (ready.getCount() > 0 && logs.stream().allMatch(log -> consumer.position(log) >= end.get(log))) {
                ready.countDown();
            }
            beat();
        }
    }

    private void beat() {
        if (System.nanoTime() - nextHeartbeat >= 0) {
            nextHeartbeat = System.nanoTime() + HEARTBEAT_NS;
            hub.heartbeat();
        }
    }

    /** The event of a record; empty for a record that the topology has not written. */
    private Optional<LiveEvent> event(ConsumerRecord<byte[], byte[]> record) {
        LiveLog log = log(record.topic(), record.partition());
        if (record.value() == null || record.key() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    log.snapshots()
                            ? LiveEvent.ofSnapshot(
                                    log, record.offset(), snapshots.decode(record.value()), record.value())
                            : LiveEvent.ofTranscript(
                                    log,
                                    record.offset(),
                                    new String(record.key(), StandardCharsets.US_ASCII),
                                    Placement.readFrom(record.headers()),
                                    record.value()));
        } catch (InvalidEventException foreign) {
            return Optional.empty();
        }
    }

    private static LiveLog log(String topic, int partition) {
        return new LiveLog(topic.equals(Topics.SESSIONS), partition);
    }
}
