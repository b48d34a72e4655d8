package io.multichat.jobs.topics;

import io.multichat.events.Topics;
import io.multichat.events.publish.PublisherSettings;
import io.multichat.events.text.WholeNumbers;
import io.multichat.jobs.client.Deployment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.TopicConfig;

/** The topics that Multichat needs, and their settings. */
final class TopicPlan {
    /**
     * A planned topic.
     *
     * @param name its name
     * @param output true when only the topology writes it, so that it must have the deployment's number of partitions
     * @param partitions number of partitions when it is created
     * @param config Kafka's configuration of the topic
     */
    record Topic(String name, boolean output, int partitions, Map<String, String> config) {
        boolean compacted() {
            return TopicConfig.CLEANUP_POLICY_COMPACT.equals(config.get(TopicConfig.CLEANUP_POLICY_CONFIG));
        }

        long retentionMs() {
            return WholeNumbers.parseLong(config.getOrDefault(TopicConfig.RETENTION_MS_CONFIG, "-1"));
        }

        long maxMessageBytes() {
            return WholeNumbers.parseLong(config.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG));
        }
    }

    /** Dead letters of the sinks; named in the connectors' settings and written by Kafka Connect. */
    static final String SINK_DEAD_LETTERS = "chat-sink-dead-letters";

    private final Deployment deployment;
    private final TopicStorage storage;

    TopicPlan(Deployment deployment, TopicStorage storage) {
        this.deployment = deployment;
        this.storage = storage;
    }

    /** Input topics first, then outputs. */
    List<Topic> topics() {
        List<Topic> topics = new ArrayList<>();
        for (String input : deployment.inputTopics()) {
            topics.add(topic(input, false, expiring(storage.input())));
        }
        topics.add(topic(Topics.TRANSCRIPT, true, expiring(storage.transcript())));
        topics.add(topic(Topics.SESSIONS, true, compacted()));
        topics.add(topic(Topics.DEAD_LETTERS, true, expiring(storage.deadLetters())));
        topics.add(topic(SINK_DEAD_LETTERS, false, expiring(storage.deadLetters())));
        return topics;
    }

    private Topic topic(String name, boolean output, Map<String, String> cleanup) {
        long maxBytes = (long) deployment.eventMaxBytes() + PublisherSettings.ENVELOPE_BYTES;
        Map<String, String> config = new HashMap<>(cleanup);
        // With event time, retention would delete old chat as soon as it is imported.
        config.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
        config.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Long.toString(maxBytes));
        return new Topic(name, output, deployment.partitions(), Map.copyOf(config));
    }

    private static Map<String, String> expiring(Optional<Duration> retention) {
        return Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG,
                Long.toString(retention.map(Duration::toMillis).orElse(-1L)),
                // The broker's default size limit would delete records before their time.
                TopicConfig.RETENTION_BYTES_CONFIG,
                "-1");
    }

    private static Map<String, String> compacted() {
        return Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
    }
}
