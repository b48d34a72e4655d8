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
 * Compares the input topics with the state that exists. Kafka Streams makes the changelogs with as many partitions as the
 * largest topic that the topology reads, and stops for good when that number changes later.
 */
record StatePartitions(KafkaAccess kafka, Admin admin) {
    /** What makes it impossible to go on with the state; empty before there is any. */
    List<String> problems(Map<String, TopicDescription> topics) {
        String changelog = kafka.deployment().internalTopics().changelog();
        Optional<Integer> state = partitionsOf(changelog);
        return kafka.deployment().inputTopics().stream()
                .filter(topics::containsKey)
                .filter(input ->
                        state.isPresent() && topics.get(input).partitions().size() > state.get())
                .map(input -> "the input topic " + input + " has "
                        + topics.get(input).partitions().size()
                        + " partitions and the state was made for " + state.get() + " (" + changelog
                        + "): read it from a topic of at most that many, or start afresh with another application.id")
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
