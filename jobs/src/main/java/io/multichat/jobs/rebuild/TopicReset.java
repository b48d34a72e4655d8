package io.multichat.jobs.rebuild;

import io.multichat.events.Topics;
import io.multichat.jobs.client.KafkaAccess;
import io.multichat.jobs.topics.TopicSetup;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/**
 * Makes the topics of a stopped deployment empty: those that the topology writes are created again, and it will continue behind the
 * present records of its input topics. May be repeated.
 *
 * @param kafka the cluster
 * @param topics creates the topics
 * @param sinkGroups consumer groups of the sinks
 */
record TopicReset(KafkaAccess kafka, TopicSetup topics, List<String> sinkGroups) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(100);

    /** Removes the members of the groups, of which no process is running any more. */
    void dismissMembers() {
        try (Admin admin = kafka.admin()) {
            for (String group : groups()) {
                if (hasMembers(admin, group)) {
                    kafka.answer(
                            admin.removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions())
                                    .all());
                }
            }
        }
    }

    /**
     * Requires that neither the topology nor a sink is running.
     *
     * @param patience how long Kafka may take to notice that they have stopped
     * @throws RebuildException when one is still running after that
     */
    void requireStopped(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try (Admin admin = kafka.admin()) {
            for (String group : groups()) {
                while (hasMembers(admin, group)) {
                    if (System.nanoTime() > deadline) {
                        throw new RebuildException("the consumer group " + group
                                + " has members: stop every serve and every connector of Multichat, and rebuild again");
                    }
                    LockSupport.parkNanos(PAUSE.toNanos());
                }
            }
        }
    }

    /**
     * Empties the topics.
     *
     * @param inputEnds where the topology will begin to read its input topics
     */
    void run(Map<TopicPartition, Long> inputEnds) {
        try (Admin admin = kafka.admin()) {
            Set<String> old = existing(admin);
            kafka.answer(admin.deleteTopics(old).all());
            awaitDeletion(admin, old);
            for (String group : groups()) {
                if (describe(admin, group).isPresent()) {
                    kafka.answer(admin.deleteConsumerGroups(List.of(group)).all());
                }
            }
            topics.run().requireUsable();
            Map<TopicPartition, OffsetAndMetadata> begin = new HashMap<>();
            inputEnds.forEach((partition, end) -> begin.put(partition, new OffsetAndMetadata(end)));
            kafka.answer(admin.alterConsumerGroupOffsets(kafka.deployment().applicationId(), begin)
                    .all());
        }
    }

    /** The topics that only the topology writes, apart from dead letters, which people may still need. */
    private Set<String> existing(Admin admin) {
        String own = kafka.deployment().applicationId() + "-";
        return kafka.answer(admin.listTopics().names()).stream()
                .filter(topic -> topic.equals(Topics.TRANSCRIPT)
                        || topic.equals(Topics.SESSIONS)
                        || (topic.startsWith(own) && (topic.endsWith("-changelog") || topic.endsWith("-repartition"))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void awaitDeletion(Admin admin, Set<String> deleted) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (kafka.answer(admin.listTopics().names()).stream().anyMatch(deleted::contains)) {
            if (System.nanoTime() > deadline) {
                throw new RebuildException("Kafka has not deleted " + String.join(", ", deleted)
                        + " yet; check delete.topic.enable, and rebuild again");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private List<String> groups() {
        return Stream.concat(Stream.of(kafka.deployment().applicationId()), sinkGroups.stream())
                .toList();
    }

    private boolean hasMembers(Admin admin, String group) {
        return describe(admin, group)
                .filter(description -> !description.members().isEmpty())
                .isPresent();
    }

    /** A group; empty if it does not exist. */
    private Optional<ConsumerGroupDescription> describe(Admin admin, String group) {
        KafkaFuture<ConsumerGroupDescription> described =
                admin.describeConsumerGroups(List.of(group)).describedGroups().get(group);
        try {
            return Optional.of(described.get());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.of(kafka.answer(described));
    }
}
