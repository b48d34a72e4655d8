package io.multichat.app.progress;

import io.multichat.jobs.client.KafkaAccess;
import io.multichat.jobs.client.KafkaUnavailableException;
import io.multichat.reading.StoreException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Where the logs of a running cluster end. Waits at most two seconds for Kafka; all methods throw {@link StoreException} when it does
 * not answer. Thread-safe.
 *
 * @param kafka the cluster
 * @param admin a client of the cluster
 * @param records reads the ends of logs
 */
record LogEnds(KafkaAccess kafka, Admin admin, LastRecords records) implements AutoCloseable {
    private static final long PATIENCE_MS = 2_000;

    static LogEnds of(KafkaAccess kafka) {
        try {
            return new LogEnds(kafka, kafka.admin(), new LastRecords(kafka));
        } catch (KafkaUnavailableException e) {
            throw new StoreException(StoreException.Verdict.RETRY, e.getMessage(), e);
        }
    }

    /** The number of partitions of a topic; 0 if there is no such topic. */
    int partitions(String topic) {
        try {
            return answer(admin.describeTopics(List.of(topic)).allTopicNames())
                    .get(topic)
                    .partitions()
                    .size();
        } catch (StoreException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return 0;
            }
            throw e;
        }
    }

    /** The ends of partitions, which may be within a transaction. */
    Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        partitions.forEach(partition -> latest.put(partition, OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        answer(admin.listOffsets(latest).all()).forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    /** The offset after the last record that was committed before this call, for each partition. */
    Map<TopicPartition, Long> afterLastRecords(Collection<TopicPartition> partitions) {
        // A record may be committed although the marker of its transaction is not in its log yet, so the end of
        // committed records would be too early.
        return records.before(ends(partitions));
    }

    /** The offsets that the topology has committed. */
    Map<TopicPartition, Long> committed() {
        Map<TopicPartition, Long> committed = new HashMap<>();
        answer(admin.listConsumerGroupOffsets(kafka.deployment().applicationId())
                        .partitionsToOffsetAndMetadata())
                .forEach((partition, offset) -> {
                    if (offset != null) {
                        committed.put(partition, offset.offset());
                    }
                });
        return committed;
    }

    @Override
    public void close() {
        records.close();
        admin.close();
    }

    private <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get(PATIENCE_MS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new StoreException(
                    StoreException.Verdict.RETRY, kafka.refused(e.getCause()).getMessage(), e.getCause());
        } catch (TimeoutException e) {
            throw new StoreException(
                    StoreException.Verdict.RETRY, "Kafka has not answered within " + PATIENCE_MS + " ms", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException(StoreException.Verdict.RETRY, "the server is stopping", e);
        }
    }
}
