package io.multichat.jobs.client;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Everything that topics hold, up to their ends when the reading begins. */
public final class TopicRecords {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration STALLED = Duration.ofMinutes(1);

    private TopicRecords() {}

    /**
     * Passes on every committed record; of each partition in order.
     *
     * @return the ends of the partitions
     * @throws KafkaUnavailableException when Kafka does not answer, or no record arrives for a minute
     */
    public static Map<TopicPartition, Long> forEach(
            KafkaAccess kafka,
            Collection<String> topics,
            java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> action) {
        try (Consumer<byte[], byte[]> consumer = kafka.follower()) {
            List<TopicPartition> logs = topics.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic, PATIENCE).stream())
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(logs, PATIENCE);
            consumer.assign(logs);
            consumer.seekToBeginning(logs);
            long progress = System.nanoTime();
            while (logs.stream().anyMatch(log -> consumer.position(log, PATIENCE) < ends.get(log))) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
                records.forEach(action);
                progress = records.isEmpty() ? progress : System.nanoTime();
                if (System.nanoTime() - progress > STALLED.toNanos()) {
                    throw kafka.refused(new TimeoutException("no record for " + STALLED.toSeconds()
                            + " s; is a transaction open at the end of a topic?"));
                }
            }
            return ends;
        } catch (KafkaException e) {
            throw kafka.refused(e);
        }
    }
}
