package io.multichat.app.settings;

import io.multichat.jobs.client.Deployment;
import io.multichat.jobs.client.KafkaAccess;
import io.multichat.jobs.topics.TopicSetup;
import io.multichat.jobs.topics.TopicStorage;
import io.multichat.topology.settings.Names;

/** Converts settings to the records that jobs take. */
public final class DeploymentSettings {
    private DeploymentSettings() {}

    /** Access to the deployment that the settings describe, on the given Kafka cluster. */
    public static KafkaAccess kafka(String bootstrapServers, Settings settings) {
        String applicationId = settings.get(SessionSettings.APPLICATION_ID);
        Deployment deployment = new Deployment(
                applicationId,
                settings.get(TopicSettings.INPUT_TOPICS),
                settings.get(SessionSettings.PARTITIONS),
                settings.get(SessionSettings.EVENT_MAX_BYTES),
                new Deployment.InternalTopics(
                        Names.repartitionTopic(applicationId),
                        Names.changelogTopic(applicationId, Names.CONVERSATIONS)),
                settings.kafka());
        return new KafkaAccess(bootstrapServers, deployment);
    }

    /** Creates and checks the topics of that deployment. */
    public static TopicSetup topics(KafkaAccess kafka, Settings settings) {
        return new TopicSetup(
                kafka,
                new TopicStorage(
                        settings.get(TopicSettings.TOPICS_REPLICATION),
                        settings.get(TopicSettings.RETENTION_INPUT).bound(),
                        settings.get(TopicSettings.RETENTION_TRANSCRIPT).bound(),
                        settings.get(TopicSettings.RETENTION_DEAD_LETTERS).bound()));
    }
}
