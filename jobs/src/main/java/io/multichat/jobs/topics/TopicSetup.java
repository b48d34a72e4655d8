package io.multichat.jobs.topics;

import io.multichat.jobs.client.KafkaAccess;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Creates missing topics and checks existing ones; never changes an existing topic. Idempotent, and safe when several
 * instances run it at once.
 */
public final class TopicSetup {
    /** Topic for the dead letters of the sinks; named in the connectors' settings. */
    public static final String SINK_DEAD_LETTERS = TopicPlan.SINK_DEAD_LETTERS;

    private final KafkaAccess kafka;
    private final short replication;
    private final List<TopicPlan.Topic> planned;

    public TopicSetup(KafkaAccess kafka, TopicStorage storage) {
        this.kafka = kafka;
        this.replication = storage.replication();
        this.planned = new TopicPlan(kafka.deployment(), storage).topics();
    }

    /**
     * Creates the missing topics and checks the others.
     *
     * @throws io.multichat.jobs.client.KafkaUnavailableException when Kafka does not answer or refuses a request
     */
    public TopicReport run() {
        try (Admin admin = kafka.admin()) {
            List<String> created = create(admin);
            List<String> existing = planned.stream()
                    .map(TopicPlan.Topic::name)
                    .filter(name -> !created.contains(name))
                    .toList();
            List<TopicFault> faults = faults(admin, existing);
            return new TopicReport(created, existing, lines(faults, false), lines(faults, true));
        }
    }

    private List<String> create(Admin admin) {
        Map<String, TopicDescription> known = describe(admin);
        List<NewTopic> missing = planned.stream()
                .filter(topic -> !known.containsKey(topic.name()))
                .map(this::newTopic)
                .toList();
        List<String> created = new ArrayList<>();
        admin.createTopics(missing).values().forEach((name, future) -> {
            if (!refused(future, TopicExistsException.class)) {
                created.add(name);
            }
        });
        return created;
    }

    /**
     * What is wrong with the topics, including those that are missing. Creates nothing.
     *
     * @throws io.multichat.jobs.client.KafkaUnavailableException when Kafka does not answer or refuses a request
     */
    public List<TopicFault> faults() {
        try (Admin admin = kafka.admin()) {
            Set<String> known = describe(admin).keySet();
            List<String> names = planned.stream()
                    .map(TopicPlan.Topic::name)
                    .filter(known::contains)
                    .toList();
            List<TopicFault> faults = new ArrayList<>();
            planned.stream()
                    .filter(topic -> !known.contains(topic.name()))
                    .map(topic -> new TopicFault(
                            true,
                            "the topic " + topic.name() + " does not exist",
                            "multichat topics --bootstrap-servers " + kafka.bootstrapServers()))
                    .forEach(faults::add);
            faults.addAll(faults(admin, names));
            return faults;
        }
    }

    private static List<String> lines(List<TopicFault> faults, boolean fatal) {
        return faults.stream()
                .filter(fault -> fault.fatal() == fatal)
                .map(TopicFault::line)
                .toList();
    }

    private List<TopicFault> faults(Admin admin, List<String> existing) {
        List<TopicFault> faults = new ArrayList<>();
        Map<String, TopicDescription> descriptions = describe(admin);
        // Another instance may have created a topic so recently that not every broker knows it yet.
        List<TopicPlan.Topic> old = planned.stream()
                .filter(topic -> existing.contains(topic.name()) && descriptions.containsKey(topic.name()))
                .toList();
        Map<ConfigResource, Config> configs = kafka.answer(
                admin.describeConfigs(old.stream().map(TopicSetup::resource).toList())
                        .all());
        for (TopicPlan.Topic topic : old) {
            int partitions = descriptions.get(topic.name()).partitions().size();
            TopicCheck.partitions(topic, partitions).ifPresent(faults::add);
            TopicCheck check = new TopicCheck(topic, configs.get(resource(topic)));
            check.tooSmall().ifPresent(faults::add);
            faults.addAll(check.warnings());
        }
        faults.addAll(new StatePartitions(kafka, admin).faults(descriptions));
        return faults;
    }

    /** The planned topics that exist. */
    private Map<String, TopicDescription> describe(Admin admin) {
        List<String> names = planned.stream().map(TopicPlan.Topic::name).toList();
        Map<String, TopicDescription> known = new HashMap<>();
        admin.describeTopics(names).topicNameValues().forEach((name, future) -> {
            if (!refused(future, UnknownTopicOrPartitionException.class)) {
                known.put(name, kafka.answer(future));
            }
        });
        return known;
    }

    /** Waits for the answer; true when it is this error, false when the request succeeded. */
    private boolean refused(KafkaFuture<?> future, Class<? extends Exception> refusal) {
        try {
            future.get();
            return false;
        } catch (ExecutionException e) {
            if (refusal.isInstance(e.getCause())) {
                return true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        kafka.answer(future);
        return false;
    }

    private static ConfigResource resource(TopicPlan.Topic topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
    }

    private NewTopic newTopic(TopicPlan.Topic topic) {
        return new NewTopic(
                        topic.name(),
                        Optional.of(topic.partitions()),
                        replication < 1 ? Optional.empty() : Optional.of(replication))
                .configs(topic.config());
    }
}
