package io.multichat.jobs.client;

import java.util.List;
import java.util.Map;

/**
 * The identity of a Multichat deployment on a Kafka cluster. All its processes must use the same values.
 *
 * @param applicationId application id of the topology in Kafka Streams
 * @param inputTopics topics that the topology reads; publishers and imports write to the first one
 * @param partitions number of partitions of every topic that Multichat creates
 * @param eventMaxBytes largest accepted event, in bytes
 * @param internalTopics the topology's own topics
 * @param kafka settings of every Kafka client; may contain secrets
 */
public record Deployment(
        String applicationId,
        List<String> inputTopics,
        int partitions,
        int eventMaxBytes,
        InternalTopics internalTopics,
        Map<String, String> kafka) {
    /**
     * Topics that the topology keeps for itself.
     *
     * @param repartition carries events to the partition of their conversation
     * @param changelog changelog of the conversations, whose partition count is fixed
     */
    public record InternalTopics(String repartition, String changelog) {}

    /** Only the application id, since the client settings may contain secrets. */
    @Override
    public String toString() {
        return "Deployment[" + applicationId + "]";
    }
}
