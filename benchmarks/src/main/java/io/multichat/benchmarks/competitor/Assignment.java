package io.multichat.benchmarks.competitor;

import io.multichat.app.settings.DeploymentSettings;
import io.multichat.app.settings.Settings;
import io.multichat.app.streams.StreamsProperties;
import io.multichat.jobs.client.KafkaAccess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a competitor's process is to do.
 *
 * @param competitor which one
 * @param bootstrapServers the cluster
 * @param applicationId its name as a Kafka Streams application
 * @param input the topic to read; its records lie on the partitions of their conversations
 * @param stateDir folder of the state
 * @param expected after how many records the measurement ends
 */
public record Assignment(
        Competitor competitor,
        String bootstrapServers,
        String applicationId,
        String input,
        String stateDir,
        long expected) {
    /** The same work, measured up to another record. */
    public Assignment withExpected(long records) {
        return new Assignment(competitor, bootstrapServers, applicationId, input, stateDir, records);
    }

    /** The settings that users would give; all others are the defaults. */
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

    /** What Multichat itself runs with, in the place where it takes its partitions back at once. */
    StreamsProperties properties() {
        return new StreamsProperties(kafka(), settings(), Path.of(stateDir), Optional.of(applicationId));
    }
}
