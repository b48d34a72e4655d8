package io.multichat.app.streams;

import io.multichat.app.settings.SessionSettings;
import io.multichat.app.settings.Settings;
import io.multichat.app.settings.TopicSettings;
import io.multichat.events.publish.PublisherSettings;
import io.multichat.jobs.client.KafkaAccess;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.DefaultProductionExceptionHandler;
import org.apache.kafka.streams.errors.LogAndFailExceptionHandler;
import org.apache.kafka.streams.errors.LogAndFailProcessingExceptionHandler;
import org.apache.kafka.streams.processor.WallclockTimestampExtractor;

/**
 * How Kafka Streams runs the topology.
 *
 * @param kafka the cluster
 * @param settings how the topology works
 * @param stateDir where the state lies; one process at a time
 * @param instance name that stays the same when the process is started again, and that no other instance has; with it a
 *     restart takes its partitions back at once. Empty: other instances notice a killed one after the session time-out
 */
public record StreamsProperties(KafkaAccess kafka, Settings settings, Path stateDir, Optional<String> instance) {
    // A killed instance is replaced after this time; Kafka's 45 seconds are long for a chat.
    private static final int SESSION_TIMEOUT_MS = 6_000;
    private static final int HEARTBEAT_MS = 2_000;

    // Fewer and larger requests than with Kafka's 16 KiB, which a busy partition fills in a millisecond.
    private static final int BATCH_BYTES = 128 << 10;

    /** The properties; what the guarantees rest on wins over {@code kafka.*} of the user. */
    public Properties toProperties() {
        Properties properties = new Properties();
        properties.putAll(kafka.config());
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, settings.get(SessionSettings.APPLICATION_ID));
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.get(SessionSettings.TOPOLOGY_THREADS));
        guarantees(properties);
        properties.putIfAbsent(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        limits(properties, settings.get(SessionSettings.EVENT_MAX_BYTES) + PublisherSettings.ENVELOPE_BYTES);
        properties.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) settings.get(TopicSettings.TOPICS_REPLICATION));
        properties.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), SESSION_TIMEOUT_MS);
        properties.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), HEARTBEAT_MS);
        instance.ifPresent(name ->
                properties.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), name));
        return properties;
    }

    private static void guarantees(Properties properties) {
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        // Record time means arrival: event time would be inherited by changelogs and outputs, where old chat is deleted
        // by
        // retention and a future date stops the application.
        properties.put(
                StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, WallclockTimestampExtractor.class.getName());
        // Nothing is skipped: not what is there at the first start, and not what cannot be processed.
        properties.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        properties.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, LogAndFailExceptionHandler.class);
        properties.put(
                StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, LogAndFailProcessingExceptionHandler.class);
        properties.put(
                StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, DefaultProductionExceptionHandler.class);
        // A conversation's home is where Kafka's own partitioner puts its key.
        properties.remove(ProducerConfig.PARTITIONER_CLASS_CONFIG);
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
    }

    /** What is accepted must always fit through repartition topic, changelogs and outputs. */
    private static void limits(Properties properties, int maxRecordBytes) {
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), maxRecordBytes);
        properties.put(StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG), maxRecordBytes);
    }
}
