package io.multichat.app.progress;

import io.multichat.jobs.client.KafkaAccess;
import io.multichat.jobs.client.KafkaUnavailableException;
import io.multichat.reading.StoreException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Finds the last committed records of logs. Logs end with the marker of a transaction or with records that were aborted, both of which
 * readers of committed records never see; so the end has to be read. Thread-safe; one question at a time.
 */
final class LastRecords implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration POLL = Duration.ofMillis(100);

    // The last record is usually one or two offsets before the end.
    private static final long LOOK_BACK = 8;
    private static final long FURTHER = 16;

    private final KafkaAccess kafka;
    private final ReentrantLock turn = new ReentrantLock();
    private Optional<Consumer<byte[], byte[]>> consumer = Optional.empty();

    LastRecords(KafkaAccess kafka) {
        this.kafka = kafka;
    }

    /**
     * The offset after the last committed record before each end; 0 where there is none. Waits for the end of transactions that are
     * open there.
     *
     * @throws StoreException if that takes more than two seconds, with the questions of others before it
     */
    Map<TopicPartition, Long> before(Map<TopicPartition, Long> ends) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        awaitTurn();
        try {
            if (consumer.isEmpty()) {
                consumer = Optional.of(kafka.follower());
            }
            return read(consumer.get(), ends, deadline);
        } catch (KafkaException | KafkaUnavailableException e) {
            close();
            throw new StoreException(
                    StoreException.Verdict.RETRY, "the ends of the topics cannot be read: " + e.getMessage(), e);
        } finally {
            turn.unlock();
        }
    }

    private void awaitTurn() {
        try {
            if (!turn.tryLock(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new StoreException(
                        StoreException.Verdict.RETRY, "the ends of the topics were not read in time", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException(StoreException.Verdict.RETRY, "the server is stopping", e);
        }
    }

    @Override
    public void close() {
        turn.lock();
        try {
            consumer.ifPresent(Consumer::close);
            consumer = Optional.empty();
        } finally {
            turn.unlock();
        }
    }

    private static Map<TopicPartition, Long> read(
            Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends, long deadline) {
        consumer.assign(ends.keySet());
        Map<TopicPartition, Long> begin = consumer.beginningOffsets(ends.keySet(), PATIENCE);
        Map<TopicPartition, Long> after = new HashMap<>();
        for (long back = LOOK_BACK; after.size() < ends.size(); back *= FURTHER) {
            for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
                boolean isKnown = after.containsKey(end.getKey());
                long from = Math.max(begin.get(end.getKey()), end.getValue() - back);
                consumer.seek(end.getKey(), isKnown ? end.getValue() : from);
            }
            readOn(consumer, ends, after, deadline);
            for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
                if (end.getValue() - back <= begin.get(end.getKey())) {
                    after.putIfAbsent(end.getKey(), 0L);
                }
            }
        }
        return after;
    }

    private static void readOn(
            Consumer<byte[], byte[]> consumer,
            Map<TopicPartition, Long> ends,
            Map<TopicPartition, Long> after,
            long deadline) {
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            if (System.nanoTime() - deadline >= 0) {
                throw new StoreException(
                        StoreException.Verdict.RETRY, "the ends of the topics were not read in time", null);
            }
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                if (record.offset() < ends.get(partition)) {
                    after.merge(partition, record.offset() + 1, Math::max);
                }
            }
        }
    }
}
