package io.multichat.app.settings;

import io.multichat.jobs.client.Deployment;
import io.multichat.jobs.client.KafkaAccess;
import io.multichat.jobs.topics.TopicSetup;
import io.multichat.jobs.topics.TopicStorage;
import io.multichat.topology.settings.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.CommonClientConfigs;

/** Converts settings to the records that jobs take. */
public final class DeploymentSettings {
    /** Processes with different values of these would not find each other's events, or would not wait long enough for each other. */
    private static final List<Setting<?>> SHARED = List.of(
            TopicSettings.INPUT_TOPICS,
            SessionSettings.APPLICATION_ID,
            SessionSettings.PARTITIONS,
            SessionSettings.EVENT_MAX_BYTES,
            SessionSettings.CLOCK_SKEW_MAX,
            SessionSettings.SNAPSHOT_INTERVAL,
            SessionSettings.CATCH_UP_INTERVAL,
            StoreSettings.SQLITE_ERASE_SETTLE);

    private DeploymentSettings() {}

    /** The settings that all processes of a deployment share, as text by key. Holds no secrets. */
    public static Map<String, String> shared(Settings settings) {
        return SHARED.stream().collect(Collectors.toMap(Setting::key, settings::text));
    }

    /**
     * Settings for a command that talks to a running deployment: the shared ones are those of the deployment.
     *
     * @param running what {@link #shared} returned there; other keys are ignored
     * @throws SettingsException when the user gave a shared setting another value
     */
    public static Settings joining(Settings settings, Map<String, String> running) {
        List<String> problems = new ArrayList<>();
        Settings joined = settings;
        for (Setting<?> setting : SHARED) {
            String theirs = running.get(setting.key());
            if (theirs == null) {
                continue;
            }
            joined = joined.withDefault(setting, theirs);
            Object value = setting.kind().parse(theirs);
            if (!joined.get(setting).equals(value)) {
                problems.add(setting.key() + " is \"" + joined.text(setting) + "\", but the running Multichat has \""
                        + theirs + "\"; leave the setting out or give the same value");
            }
        }
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
        return joined;
    }

    /** Access to the deployment that the settings describe, on the given Kafka cluster. */
    public static KafkaAccess kafka(String bootstrapServers, Settings settings) {
        return access(bootstrapServers, settings, settings.kafka());
    }

    /**
     * Access to the deployment on a broker that runs in this process. Without an answer, clients wait as long as Kafka's defaults
     * allow: the machine is busy, and no other address would help.
     */
    public static KafkaAccess embedded(String bootstrapServers, Settings settings) {
        Map<String, String> clients = new HashMap<>(settings.kafka());
        clients.putIfAbsent(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, "30000");
        clients.putIfAbsent(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, "60000");
        return access(bootstrapServers, settings, clients);
    }

    private static KafkaAccess access(String bootstrapServers, Settings settings, Map<String, String> clients) {
        String applicationId = settings.get(SessionSettings.APPLICATION_ID);
        Deployment deployment = new Deployment(
                applicationId,
                settings.get(TopicSettings.INPUT_TOPICS),
                settings.get(SessionSettings.PARTITIONS),
                settings.get(SessionSettings.EVENT_MAX_BYTES),
                new Deployment.InternalTopics(
                        Names.repartitionTopic(applicationId), Names.changelogTopic(applicationId, Names.STATE)),
                clients);
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
