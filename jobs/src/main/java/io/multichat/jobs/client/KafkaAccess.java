package io.multichat.jobs.client;

import io.multichat.events.publish.ChatPublisher;
import io.multichat.events.publish.PublisherSettings;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * A Kafka cluster and its clients. All clients take the user's settings {@code kafka.*}.
 *
 * @param bootstrapServers {@code host:port}, comma-separated
 * @param deployment the Multichat deployment that runs there
 */
public record KafkaAccess(String bootstrapServers, Deployment deployment) {
    private static final int REQUEST_TIMEOUT_MS = 5_000;
    private static final int API_TIMEOUT_MS = 10_000;

    /** The settings of every client: the address and the user's {@code kafka.*}. A new map at each call. */
    public Map<String, Object> config() {
        Map<String, Object> config = new HashMap<>(deployment.kafka());
        config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        return config;
    }

    /**
     * An admin client that gives up after 10 seconds.
     *
     * @throws KafkaUnavailableException when the address or {@code kafka.*} cannot be used
     */
    public Admin admin() {
        Map<String, Object> config = config();
        config.putIfAbsent(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MS);
        config.putIfAbsent(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, API_TIMEOUT_MS);
        try {
            return Admin.create(config);
        } catch (KafkaException e) {
            throw unusable(e);
        }
    }

    /**
     * A publisher to the first input topic. The topic must exist, since a topic that Kafka creates automatically has settings
     * that delete old chat. Waits until its partitions answer, if it was created a moment ago.
     *
     * @throws KafkaUnavailableException when Kafka does not answer or the topic does not exist
     */
    public ChatPublisher publisher() {
        String topic = deployment.inputTopics().get(0);
        awaitLeaders(List.of(topic));
        return new ChatPublisher(config(), new PublisherSettings(topic, deployment.eventMaxBytes()));
    }

    /**
     * Waits until the leaders of all partitions answer. The leader of a new partition may refuse the first batch of a producer and take
     * the second; then the first one is out of sequence for ever, and fails after {@code delivery.timeout.ms}. A partition without a
     * leader is left to the producer, after the time that the deployment gives to questions.
     *
     * @throws KafkaUnavailableException when Kafka does not answer or a topic does not exist
     */
    public void awaitLeaders(Collection<String> topics) {
        try (Admin admin = admin()) {
            Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
            answer(admin.describeTopics(topics).allTopicNames())
                    .values()
                    .forEach(topic -> topic.partitions()
                            .forEach(partition -> ends.put(
                                    new TopicPartition(topic.name(), partition.partition()), OffsetSpec.latest())));
            try {
                answer(admin.listOffsets(ends).all());
            } catch (KafkaUnavailableException e) {
                // The producer reports what it cannot write, and writes to the partitions that have a leader.
            }
        }
    }

    /** A consumer of committed records that joins no group and commits nothing. Used by one thread. */
    public Consumer<byte[], byte[]> follower() {
        Map<String, Object> config = config();
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        try {
            return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        } catch (KafkaException e) {
            throw unusable(e);
        }
    }

    /**
     * Waits for an answer from Kafka.
     *
     * @throws KafkaUnavailableException when there is no answer or it is an error
     */
    public <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaUnavailableException("interrupted while waiting for Kafka at " + bootstrapServers, e);
        } catch (ExecutionException e) {
            throw refused(e.getCause());
        }
    }

    /** The error for a failed request, in one line. */
    public KafkaUnavailableException refused(Throwable cause) {
        if (cause instanceof TimeoutException) {
            return new KafkaUnavailableException(
                    "no Kafka answers at " + bootstrapServers + ": start it or name another with --bootstrap-servers",
                    cause);
        }
        if (cause instanceof UnknownTopicOrPartitionException) {
            return new KafkaUnavailableException(
                    "a topic of Multichat does not exist at " + bootstrapServers
                            + ": create them with `multichat topics --bootstrap-servers " + bootstrapServers + "`",
                    cause);
        }
        return new KafkaUnavailableException(
                "Kafka at " + bootstrapServers + " refused the request: " + cause.getMessage(), cause);
    }

    private KafkaUnavailableException unusable(KafkaException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return new KafkaUnavailableException(
                "Kafka at " + bootstrapServers + " cannot be used: " + cause.getMessage()
                        + " (see --bootstrap-servers and the settings kafka.*)",
                e);
    }
}
