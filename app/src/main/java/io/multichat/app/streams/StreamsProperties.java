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
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.DefaultProductionExceptionHandler;
import org.apache.kafka.streams.errors.LogAndFailExceptionHandler;
import org.apache.kafka.streams.errors.LogAndFailProcessingExceptionHandler;
import org.apache.kafka.streams.processor.WallclockTimestampExtractor;

/**
 * The Kafka Streams properties for the topology.
 *
 * @param kafka access to the Kafka cluster
 * @param settings the application's settings
 * @param stateDir directory of the state; used by one process at a time
 * @param instance unique name of this instance that survives a restart (static membership), so that it gets its partitions
 *     back at once. Empty: other instances take over the partitions of a killed one after the session timeout
 * @param address host and port at which other instances reach this one; empty: they cannot ask it
 */
public record StreamsProperties(
        KafkaAccess kafka, Settings settings, Path stateDir, Optional<String> instance, Optional<String> address) {
    // After this time, other instances take over from a killed one. Kafka's default of 45 seconds is too long for chat.
    private static final int SESSION_TIMEOUT_MS = 6_000;
    private static final int HEARTBEAT_MS = 2_000;

    // While records are fresh, the topology requests a commit each tenth of a second. So this is the interval in a
    // backlog.
    private static final int COMMIT_INTERVAL_MS = 1_000;

    // Twice Kafka's default: an idle topology wakes up half as often. A record wakes it up at once; the commit of the
    // last one may
    // wait that long.
    private static final int POLL_MS = 200;

    // Larger than Kafka's default of 16 KiB, which a busy partition fills within a millisecond.
    private static final int BATCH_BYTES = 128 << 10;

    // The broker answers as soon as there are records. Until then, a request waits this long, and each costs CPU on
    // both
    // sides.
    private static final int FETCH_WAIT_MS = 2_000;

    /** Properties of an instance that others cannot ask. */
    public StreamsProperties(KafkaAccess kafka, Settings settings, Path stateDir, Optional<String> instance) {
        this(kafka, settings, stateDir, instance, Optional.empty());
    }

    /** The same instance, which others reach at a host and port. */
    public StreamsProperties reachableAt(String hostAndPort) {
        return new StreamsProperties(kafka, settings, stateDir, instance, Optional.of(hostAndPort));
    }

    /** Where the state is. */
    StateFolder stateFolder() {
        return new StateFolder(stateDir.resolve(settings.get(SessionSettings.APPLICATION_ID)));
    }

    /** The properties. Those that the guarantees depend on override the user's {@code kafka.*} settings. */
    public Properties toProperties() {
        Properties properties = new Properties();
        properties.putAll(kafka.config());
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, settings.get(SessionSettings.APPLICATION_ID));
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.get(SessionSettings.TOPOLOGY_THREADS));
        properties.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, settings.get(SessionSettings.STANDBY_REPLICAS));
        address.ifPresent(own -> properties.put(StreamsConfig.APPLICATION_SERVER_CONFIG, own));
        guarantees(properties);
        properties.putIfAbsent(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_INTERVAL_MS);
        properties.putIfAbsent(StreamsConfig.POLL_MS_CONFIG, POLL_MS);
        // Records of the input topics and of the repartition topic may be processed in any order, so no task waits for
        // one.
        properties.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, StreamsConfig.MAX_TASK_IDLE_MS_DISABLED);
        properties.putIfAbsent(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        properties.putIfAbsent(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG), FETCH_WAIT_MS);
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
        // The stores stage their changes until the transaction is committed: after a crash, the local state is kept.
        properties.put(StreamsConfig.TRANSACTIONAL_STATE_STORES_CONFIG, true);
        properties.put(
                StreamsConfig.DEFAULT_INTERACTIVE_QUERY_ISOLATION_LEVEL_CONFIG, IsolationLevel.READ_COMMITTED.name());
        // Record timestamps are arrival times. Changelogs and output topics would inherit event times: retention
        // would then delete old chat there, and a time in the future would stop the application.
        properties.put(
                StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, WallclockTimestampExtractor.class.getName());
        // No record is skipped, not even those from before the first start or those that cannot be processed.
        properties.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        properties.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, LogAndFailExceptionHandler.class);
        properties.put(
                StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, LogAndFailProcessingExceptionHandler.class);
        properties.put(
                StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, DefaultProductionExceptionHandler.class);
        // A conversation's partition is the one that Kafka's default partitioner chooses for its key.
        properties.remove(ProducerConfig.PARTITIONER_CLASS_CONFIG);
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
    }

    /** An accepted event must always fit into the repartition topic, the changelogs and the output topics. */
    private static void limits(Properties properties, int maxRecordBytes) {
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), maxRecordBytes);
        properties.put(StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG), maxRecordBytes);
    }
}
