package io.multichat.jobs.erase;

import io.multichat.events.Topics;
import io.multichat.events.text.WholeNumbers;
import io.multichat.jobs.client.Deployment;
import io.multichat.jobs.client.KafkaAccess;
import io.multichat.jobs.erase.receipt.HeldTopic;
import io.multichat.jobs.topics.TopicSetup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/** Finds the topics of a deployment that may still hold what was erased, and until when. */
final class HeldTopics {
    /** Kafka looks for old segments every five minutes and removes their files a minute later. */
    private static final long DELETION_DELAY_MS = Duration.ofMinutes(10).toMillis();

    private static final Map<String, String> OUTPUTS = Map.of(
            Topics.TRANSCRIPT,
            "accepted events, with texts and senders",
            Topics.DEAD_LETTERS,
            "refused records as they were published",
            Topics.SESSIONS,
            "snapshots of sessions, with message ids but without texts and senders",
            TopicSetup.SINK_DEAD_LETTERS,
            "records that a store could not take");

    private final KafkaAccess kafka;

    HeldTopics(KafkaAccess kafka) {
        this.kafka = kafka;
    }

    /**
     * The topics that exist.
     *
     * @param nowMs everything erased was written before, UTC milliseconds
     */
    List<HeldTopic> find(long nowMs) {
        try (Admin admin = kafka.admin()) {
            Map<String, String> contents = new TreeMap<>();
            kafka.answer(admin.listTopics().names())
                    .forEach(topic -> contents(topic).ifPresent(what -> contents.put(topic, what)));
            Map<String, Config> configs = configs(admin, contents.keySet());
            List<HeldTopic> held = new ArrayList<>();
            contents.forEach((topic, what) ->
                    held.add(new HeldTopic(topic, what, ends(admin, topic), heldUntil(configs.get(topic), nowMs))));
            return held;
        }
    }

    /** What a topic holds, in words; empty if it does not belong to the deployment. */
    private Optional<String> contents(String topic) {
        Deployment deployment = kafka.deployment();
        if (OUTPUTS.containsKey(topic)) {
            return Optional.of(OUTPUTS.get(topic));
        }
        if (deployment.inputTopics().contains(topic)) {
            return Optional.of("published events, with texts and senders");
        }
        if (topic.equals(deployment.internalTopics().repartition())) {
            return Optional.of("published events on the way to another partition; removed when they are processed");
        }
        return topic.startsWith(deployment.applicationId() + "-")
                ? Optional.of("state of the topology: hashes, and edits that wait for their messages")
                : Optional.empty();
    }

    private Map<String, Config> configs(Admin admin, Iterable<String> topics) {
        List<ConfigResource> resources = new ArrayList<>();
        topics.forEach(topic -> resources.add(new ConfigResource(ConfigResource.Type.TOPIC, topic)));
        Map<String, Config> configs = new HashMap<>();
        kafka.answer(admin.describeConfigs(resources).all())
                .forEach((resource, config) -> configs.put(resource.name(), config));
        return configs;
    }

    private Map<Integer, Long> ends(Admin admin, String topic) {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        kafka.answer(admin.describeTopics(List.of(topic)).allTopicNames())
                .get(topic)
                .partitions()
                .forEach(
                        partition -> latest.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest()));
        Map<Integer, Long> ends = new TreeMap<>();
        kafka.answer(admin.listOffsets(latest).all())
                .forEach((partition, end) -> ends.put(partition.partition(), end.offset()));
        return ends;
    }

    /** A segment is deleted when its newest record is older than the retention, and holds records of {@code segment.ms} at most. */
    private static OptionalLong heldUntil(Config config, long nowMs) {
        long retention = WholeNumbers.parseLong(value(config, TopicConfig.RETENTION_MS_CONFIG));
        boolean deletes = value(config, TopicConfig.CLEANUP_POLICY_CONFIG).contains(TopicConfig.CLEANUP_POLICY_DELETE);
        if (!deletes || retention < 0) {
            return OptionalLong.empty();
        }
        long segment = WholeNumbers.parseLong(value(config, TopicConfig.SEGMENT_MS_CONFIG));
        long latest = nowMs + retention + segment + DELETION_DELAY_MS;
        return latest < nowMs ? OptionalLong.empty() : OptionalLong.of(latest);
    }

    private static String value(Config config, String name) {
        return config.get(name).value();
    }
}
