package io.multichat.benchmarks.load;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Publishes a load to a topic, each record to the partition of its conversation, uncompressed so that sizes of topics
 * can be compared.
 *
 * @param bootstrapServers the cluster
 * @param topic an existing topic
 */
public record LoadPublisher(String bootstrapServers, String topic) {
    /** Number of records between two checks of a paced publisher whether the next one is due. */
    private static final int RECORDS_BETWEEN_LOOKS = 20;

    /** Publishes as fast as possible; returns when everything is written. */
    public Volume publish(Load load) {
        return publish(load, 0);
    }

    /**
     * Publishes at a limited rate.
     *
     * @param perSecond records per second; 0: as many as possible
     * @throws KafkaException if a record could not be written
     */
    public Volume publish(Load load, long perSecond) {
        AtomicReference<Exception> failure = new AtomicReference<>();
        ChatLoad records = new ChatLoad(load);
        try (Producer<byte[], byte[]> producer = producer()) {
            long start = System.nanoTime();
            for (long i = 0; records.hasNext() && failure.get() == null; i++) {
                if (perSecond > 0 && i % RECORDS_BETWEEN_LOOKS == 0) {
                    waitUntil(start + i * Duration.ofSeconds(1).toNanos() / perSecond);
                }
                Generated record = records.next();
                producer.send(new ProducerRecord<>(topic, record.key(), record.value()), (written, error) -> {
                    if (error != null) {
                        failure.compareAndSet(null, error);
                    }
                });
            }
        }
        if (failure.get() != null) {
            throw new KafkaException("the load could not be published to " + topic, failure.get());
        }
        return records.volume();
    }

    private static void waitUntil(long turn) {
        for (long left = turn - System.nanoTime(); left > 0; left = turn - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /**
     * One request at a time: a partition that was just created may refuse the first batch and take the second, and then
     * the first one is out of sequence forever.
     */
    private Producer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                        1,
                        ProducerConfig.LINGER_MS_CONFIG,
                        5,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        64 << 10,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "none"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
