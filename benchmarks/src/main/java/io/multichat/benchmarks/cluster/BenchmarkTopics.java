package io.multichat.benchmarks.cluster;

import io.multichat.app.settings.DeploymentSettings;
import io.multichat.app.settings.Settings;
import io.multichat.benchmarks.child.BenchmarkException;
import io.multichat.jobs.client.KafkaAccess;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;

/** The topics of the cluster that the benchmarks use. */
public final class BenchmarkTopics {
    /** Prefix of the input topics. They are kept from round to round, so that every competitor reads the same bytes. */
    public static final String INPUT_PREFIX = "benchmark-input-";

    private static final int PARTITIONS = 4;

    private final KafkaAccess kafka;
    private final Admin admin;

    BenchmarkTopics(KafkaAccess kafka, Admin admin) {
        this.kafka = kafka;
        this.admin = admin;
    }

    /** Creates the topics that Multichat needs, including its input, with Multichat's own settings. */
    public void createForMultichat(Settings settings) {
        DeploymentSettings.topics(DeploymentSettings.kafka(kafka.bootstrapServers(), settings), settings)
                .run()
                .requireUsable();
    }

    /** Creates an output topic with the settings of Multichat's own output topics. */
    public void createOutput(String name) {
        Map<String, String> config = Map.of(
                TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime", TopicConfig.RETENTION_MS_CONFIG, "-1");
        NewTopic topic = new NewTopic(name, PARTITIONS, (short) 1).configs(config);
        kafka.answer(admin.createTopics(List.of(topic)).all());
    }

    /** Deletes all topics except the inputs, and returns once they are gone. */
    public void deleteOutputs() {
        delete(name -> !name.startsWith(INPUT_PREFIX));
    }

    public void deleteInputs() {
        delete(name -> name.startsWith(INPUT_PREFIX));
    }

    /** All topics of this application: changelogs and repartition topics. */
    public Set<String> internal(String applicationId) {
        return names(name -> name.startsWith(applicationId + "-"));
    }

    /** The partitions of existing topics. */
    public List<TopicPartition> partitions(Collection<String> topics) {
        return kafka.answer(admin.describeTopics(topics).allTopicNames()).values().stream()
                .flatMap(BenchmarkTopics::partitions)
                .toList();
    }

    private static java.util.stream.Stream<TopicPartition> partitions(TopicDescription topic) {
        return topic.partitions().stream().map(partition -> new TopicPartition(topic.name(), partition.partition()));
    }

    private void delete(Predicate<String> which) {
        kafka.answer(admin.deleteTopics(names(which)).all());
        Waiting.until(
                "the topics of the last round are gone", () -> names(which).isEmpty());
    }

    /** Without internal topics of the cluster. */
    private Set<String> names(Predicate<String> which) {
        Set<String> names = kafka.answer(admin.listTopics().names());
        if (names == null) {
            throw new BenchmarkException("the broker lists no topics");
        }
        return names.stream().filter(which).collect(Collectors.toSet());
    }
}
