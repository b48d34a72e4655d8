package io.multichat.jobs.client;

import java.util.List;
import java.util.Map;

/**
 * What identifies one Multichat on a Kafka cluster. The same values hold for every process of a deployment.
 *
 * @param applicationId the Kafka Streams application of the topology
 * @param inputTopics topics that events are read from; publishers and importers write to the first one
 * @param partitions partitions of every topic that Multichat creates
 * @param eventMaxBytes size of the largest accepted event, bytes
 * @param internalTopics the topology's own topics
 * @param kafka settings of every Kafka client; may hold secrets
 */
public record Deployment(
        String applicationId,
        List<String> inputTopics,
        int partitions,
        int eventMaxBytes,
        InternalTopics internalTopics,
        Map<String, String> kafka) {
    /**
     * Topics that only the topology writes and reads.
     *
     * @param repartition carries events to the partition of their conversation
     * @param changelog changelog of the conversations, whose partition count is fixed
     */
    public record InternalTopics(String repartition, String changelog) {}

    /** Only the name, since the client settings may be secret. */
    @Override
    public String toString() {
        return "Deployment[" + applicationId + "]";
    }
}
