package io.multichat.app.watch;

import io.multichat.app.streams.TopologyGroup;
import io.multichat.events.Topics;
import io.multichat.jobs.client.Deployment;
import io.multichat.jobs.client.KafkaAccess;
import io.multichat.jobs.topics.StatePartitions;
import io.multichat.jobs.topics.TopicFault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * The topics of a deployment as they were when the process started.
 *
 * @param kafka access to the cluster
 * @param atStart the descriptions of all input and output topics
 */
record DeploymentTopics(KafkaAccess kafka, Map<String, TopicDescription> atStart) {
    static DeploymentTopics now(KafkaAccess kafka, Admin admin) {
        return new DeploymentTopics(kafka, describe(kafka, admin, names(kafka.deployment())));
    }

    /** The id that Kafka gave to a topic when it was created. */
    Uuid id(String topic) {
        return atStart.get(topic).topicId();
    }

    /** What has happened to the topics since, one line each with the remedy. */
    List<String> problems(Admin admin) {
        Map<String, TopicDescription> now = describe(kafka, admin, atStart.keySet());
        List<String> problems = new ArrayList<>();
        atStart.forEach((name, before) -> replaced(before, Optional.ofNullable(now.get(name)))
                .or(() -> partitions(admin, now.get(name)))
                .ifPresent(problems::add));
        return problems;
    }

    private static Optional<String> replaced(TopicDescription before, Optional<TopicDescription> now) {
        if (now.isEmpty()) {
            return Optional.of("the topic " + before.name() + " was deleted; restart to create it again");
        }
        return now.get().topicId().equals(before.topicId())
                ? Optional.empty()
                : Optional.of("the topic " + before.name() + " was deleted and created again; restart to read and write"
                        + " the new one");
    }

    private Optional<String> partitions(Admin admin, TopicDescription topic) {
        int partitions = topic.partitions().size();
        int planned = kafka.deployment().partitions();
        if (!kafka.deployment().inputTopics().contains(topic.name())) {
            return partitions == planned
                    ? Optional.empty()
                    : Optional.of("the topic " + topic.name() + " has " + partitions
                            + " partitions, but the setting partitions is " + planned
                            + ": the number is fixed for the life of a deployment, so create the topic again with "
                            + planned + " partitions");
        }
        if (partitions == atStart.get(topic.name()).partitions().size()) {
            return Optional.empty();
        }
        List<Integer> unread = unread(admin, topic);
        if (unread.isEmpty()) {
            return Optional.empty();
        }
        return new StatePartitions(kafka, admin)
                .faults(Map.of(topic.name(), topic)).stream()
                        .findFirst()
                        .map(TopicFault::line)
                        .or(() -> Optional.of("the input topic " + topic.name() + " now has " + partitions
                                + " partitions, and the topology does not read " + unread + "; restart to read them"));
    }

    /** The partitions of an input topic that no instance of the topology reads. */
    private List<Integer> unread(Admin admin, TopicDescription topic) {
        Set<TopicPartition> read = new HashSet<>();
        new TopologyGroup(kafka, admin)
                .members()
                .forEach(member -> read.addAll(member.assignment().topicPartitions()));
        return topic.partitions().stream()
                .map(each -> each.partition())
                .filter(number -> !read.contains(new TopicPartition(topic.name(), number)))
                .toList();
    }

    private static Set<String> names(Deployment deployment) {
        Set<String> names = new HashSet<>(deployment.inputTopics());
        names.addAll(List.of(Topics.TRANSCRIPT, Topics.SESSIONS, Topics.DEAD_LETTERS));
        return names;
    }

    /** The topics that exist. */
    private static Map<String, TopicDescription> describe(KafkaAccess kafka, Admin admin, Set<String> names) {
        Map<String, TopicDescription> known = new HashMap<>();
        admin.describeTopics(names)
                .topicNameValues()
                .forEach((name, topic) -> describe(kafka, topic).ifPresent(found -> known.put(name, found)));
        return known;
    }

    private static Optional<TopicDescription> describe(KafkaAccess kafka, KafkaFuture<TopicDescription> topic) {
        try {
            return Optional.of(topic.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw kafka.refused(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw kafka.refused(e.getCause());
        }
    }
}
