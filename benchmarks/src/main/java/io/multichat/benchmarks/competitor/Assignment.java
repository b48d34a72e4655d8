package io.multichat.benchmarks.competitor;

import io.multichat.app.settings.DeploymentSettings;
import io.multichat.app.settings.Settings;
import io.multichat.app.streams.StreamsProperties;
import io.multichat.jobs.client.KafkaAccess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.StreamsConfig;

/**
 * The task of a competitor's process.
 *
 * @param competitor which competitor
 * @param bootstrapServers the cluster
 * @param applicationId the id of its consumer group, and of its Kafka Streams application
 * @param input the topic to read; its records are on the partitions of their conversations
 * @param stateDir folder of the state
 * @param expected number of records after which the measurement ends
 */
public record Assignment(
        Competitor competitor,
        String bootstrapServers,
        String applicationId,
        String input,
        String stateDir,
        long expected) {
    /** The same work with another number of records. */
    public Assignment withExpected(long records) {
        return new Assignment(competitor, bootstrapServers, applicationId, input, stateDir, records);
    }

    /** The settings that a user would give; all others have their defaults. */
    public Settings settings() {
        return Settings.load(
                Optional.empty(),
                Map.of(),
                List.of("application.id=" + applicationId, "input.topics=" + input, "topics.replication=1"));
    }

    /** The cluster with those settings. */
    public KafkaAccess kafka() {
        return DeploymentSettings.kafka(bootstrapServers, settings());
    }

    /** How often Kafka Streams commits. */
    public Duration commitInterval() {
        return Duration.ofMillis(
                new StreamsConfig(properties().toProperties()).getLong(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG));
    }

    /**
     * The properties with which Multichat itself runs, for applications of Kafka Streams, with a static group member so that a restart takes its
     * partitions back at once.
     */
    StreamsProperties properties() {
        return new StreamsProperties(kafka(), settings(), Path.of(stateDir), Optional.of(applicationId));
    }
}
