package io.multichat.jobs.topics;

import io.multichat.jobs.client.KafkaAccess;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Compares the partitions of the input topics with those of the existing state. Kafka Streams creates its changelogs with as
 * many partitions as the largest topic that the topology reads, and fails permanently if that number changes later.
 */
public record StatePartitions(KafkaAccess kafka, Admin admin) {
    /** Why the topology cannot use its state; empty when it can or when there is no state yet. */
    public List<TopicFault> faults(Map<String, TopicDescription> topics) {
        String changelog = kafka.deployment().internalTopics().changelog();
        Optional<Integer> state = partitionsOf(changelog);
        return kafka.deployment().inputTopics().stream()
                .filter(topics::containsKey)
                .filter(input ->
                        state.isPresent() && topics.get(input).partitions().size() > state.get())
                .map(input -> new TopicFault(
                        true,
                        "the input topic " + input + " has "
                                + topics.get(input).partitions().size() + " partitions, but the state was created for "
                                + state.get() + " (" + changelog + ")",
                        "use an input topic with at most that many partitions,"
                                + " or start with empty state under another application.id"))
                .toList();
    }

    private Optional<Integer> partitionsOf(String topic) {
        try {
            TopicDescription description = admin.describeTopics(List.of(topic))
                    .topicNameValues()
                    .get(topic)
                    .get();
            return Optional.of(description.partitions().size());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw kafka.refused(e.getCause());
        }
    }
}
