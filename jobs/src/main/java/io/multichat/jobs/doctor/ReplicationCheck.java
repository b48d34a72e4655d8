package io.multichat.jobs.doctor;

import io.multichat.events.Topics;
import io.multichat.events.text.WholeNumbers;
import io.multichat.jobs.client.KafkaAccess;
import io.multichat.jobs.topics.TopicSetup;
import io.multichat.reading.diagnosis.Check;
import io.multichat.reading.diagnosis.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/**
 * Examines the replicas of the topics of a deployment, those of Kafka Streams included: how many there are, how many must confirm
 * a record, and whether all are in sync.
 *
 * @param kafka the cluster
 */
public record ReplicationCheck(KafkaAccess kafka) implements Check {
    private static final int SAFE_REPLICAS = 3;
    private static final String SAFE = "min.insync.replicas=2";

    @Override
    public String name() {
        return "replication";
    }

    @Override
    public List<Finding> findings() {
        try (Admin admin = kafka.admin()) {
            int brokers = kafka.answer(admin.describeCluster().nodes()).size();
            Set<String> existing = kafka.answer(admin.listTopics().names());
            Set<String> names = new TreeSet<>(existing);
            names.removeIf(name -> !belongs(name));
            Map<String, TopicDescription> topics =
                    kafka.answer(admin.describeTopics(names).allTopicNames());
            Map<ConfigResource, Config> configs = kafka.answer(admin.describeConfigs(
                            names.stream().map(ReplicationCheck::resource).toList())
                    .all());
            List<Finding> findings = new ArrayList<>();
            for (String name : names) {
                Config config = configs.get(resource(name));
                int required = WholeNumbers.parseInt(
                        config.get(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG).value());
                findings.addAll(findings(topics.get(name), required, brokers));
            }
            return findings;
        }
    }

    private boolean belongs(String name) {
        return kafka.deployment().inputTopics().contains(name)
                || Set.of(Topics.TRANSCRIPT, Topics.SESSIONS, Topics.DEAD_LETTERS, TopicSetup.SINK_DEAD_LETTERS)
                        .contains(name)
                || name.startsWith(kafka.deployment().applicationId() + "-");
    }

    /**
     * Examines one topic.
     *
     * @param required its {@code min.insync.replicas}
     * @param brokers the number of brokers of the cluster
     */
    static List<Finding> findings(TopicDescription topic, int required, int brokers) {
        List<Finding> findings = new ArrayList<>();
        List<TopicPartitionInfo> partitions = topic.partitions();
        int replicas = partitions.stream()
                .mapToInt(partition -> partition.replicas().size())
                .min()
                .orElse(0);
        if (brokers >= SAFE_REPLICAS && replicas < SAFE_REPLICAS) {
            findings.add(Finding.warning(
                    "the topic " + topic.name() + " has " + replicas + " replicas on " + brokers + " brokers; "
                            + (replicas == 1 ? "a lost disk loses its records" : "two lost disks lose its records"),
                    "kafka-reassign-partitions.sh with " + SAFE_REPLICAS
                            + " replicas for each partition; set topics.replication=" + SAFE_REPLICAS
                            + " for new topics"));
        }
        if (replicas > 1 && required < 2) {
            findings.add(Finding.danger(
                    "the topic " + topic.name() + " has min.insync.replicas=" + required
                            + ": a record that only one broker has counts as stored, and is lost with that broker",
                    alter(topic, SAFE)));
        }
        if (replicas > 1 && required >= replicas) {
            findings.add(Finding.warning(
                    "the topic " + topic.name() + " has min.insync.replicas=" + required + " of " + replicas
                            + " replicas: one stopped broker stops all writes",
                    replicas == 2 ? "Add a third replica with kafka-reassign-partitions.sh." : alter(topic, SAFE)));
        }
        behind(topic, required, findings);
        return findings;
    }

    private static void behind(TopicDescription topic, int required, List<Finding> findings) {
        List<Integer> refusing = new ArrayList<>();
        List<Integer> behind = new ArrayList<>();
        for (TopicPartitionInfo partition : topic.partitions()) {
            if (partition.leader() == null || partition.isr().size() < required) {
                refusing.add(partition.partition());
            } else if (partition.isr().size() < partition.replicas().size()) {
                behind.add(partition.partition());
            }
        }
        if (!refusing.isEmpty()) {
            findings.add(Finding.danger(
                    "the topic " + topic.name() + " accepts no records in the partitions " + refusing
                            + ": too few of their brokers run",
                    "Start the stopped brokers; nothing that was acknowledged is lost."));
        }
        if (!behind.isEmpty()) {
            findings.add(Finding.warning(
                    "the topic " + topic.name() + " has replicas that are not in sync in the partitions " + behind,
                    "Start the stopped brokers, or wait until a restarted one has caught up."));
        }
    }

    private static String alter(TopicDescription topic, String setting) {
        return "kafka-configs.sh --alter --entity-type topics --entity-name " + topic.name() + " --add-config "
                + setting;
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }
}
