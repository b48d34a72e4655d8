package io.multichat.jobs.wait;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.jobs.client.ServerClient;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;

/**
 * The progress of the topology, as its server reports it ({@code GET /v1/accounting}).
 *
 * @param nextOffsets for each input partition, the offset after the last processed record
 * @param waiting edits and deletes that wait for their message
 * @param now the server's clock, UTC milliseconds
 * @param oldestUnannounced time of the oldest session change without a snapshot yet, UTC milliseconds; empty when every
 *     change is announced
 */
public record TopologyProgress(
        Map<TopicPartition, Long> nextOffsets, long waiting, long now, OptionalLong oldestUnannounced) {
    /**
     * Asks the server.
     *
     * @throws io.multichat.jobs.client.ServerException when the server does not answer
     */
    public static TopologyProgress ask(ServerClient server) {
        JsonNode answer = server.get("/v1/accounting", Map.of());
        Map<TopicPartition, Long> nextOffsets = new HashMap<>();
        long waiting = 0;
        for (JsonNode partition : answer.path("partitions")) {
            TopicPartition source = new TopicPartition(
                    partition.path("topic").asText(),
                    partition.path("partition").asInt());
            nextOffsets.put(source, partition.path("nextOffset").asLong());
            waiting += partition.path("waiting").asLong();
        }
        JsonNode oldest = answer.path("oldestUnannounced");
        return new TopologyProgress(
                nextOffsets,
                waiting,
                answer.path("now").asLong(),
                oldest.isNumber() ? OptionalLong.of(oldest.longValue()) : OptionalLong.empty());
    }

    /** True when every session change up to {@code instant} has been announced. */
    boolean announcedUntil(long instant) {
        return oldestUnannounced.isEmpty() || oldestUnannounced.getAsLong() > instant;
    }
}
