package io.multichat.benchmarks.job;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Publishes the lines of a file as they are: what an import would cost that reads nothing of them.
 *
 * @param bootstrapServers the cluster
 * @param topic an existing topic
 */
record PlainProducer(String bootstrapServers, String topic) {
    /** @throws KafkaException if a line could not be written */
    void publish(Path file) {
        AtomicReference<Exception> failure = new AtomicReference<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                        new BufferedInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
                Producer<byte[], byte[]> producer = producer()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                producer.send(new ProducerRecord<>(topic, line.getBytes(StandardCharsets.UTF_8)), (written, error) -> {
                    if (error != null) {
                        failure.compareAndSet(null, error);
                    }
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (failure.get() != null) {
            throw new KafkaException("the lines could not be published to " + topic, failure.get());
        }
    }

    /**
     * With the settings of an import's own producer, but one request at a time: a partition that was just created may refuse the first
     * batch and take the second, and then the first one is out of sequence forever.
     */
    private Producer<byte[], byte[]> producer() {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                1,
                ProducerConfig.LINGER_MS_CONFIG,
                5,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4");
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
