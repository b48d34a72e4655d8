package io.multichat.jobs.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.jobs.client.ServerClient;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;

/**
 * What the topology says about its work.
 *
 * @param nextOffsets of each input partition, the offset after the last record that it has worked on
 * @param waiting edits and deletes that wait for their message
 * @param now the server's clock, UTC milliseconds
 * @param oldestUnannounced since when the oldest change of a session waits to be announced, UTC milliseconds; empty when
 *     none does
 */
record Accounting(Map<TopicPartition, Long> nextOffsets, long waiting, long now, OptionalLong oldestUnannounced) {
    static Accounting ask(ServerClient server) {
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
        return new Accounting(
                nextOffsets,
                waiting,
                answer.path("now").asLong(),
                oldest.isNumber() ? OptionalLong.of(oldest.longValue()) : OptionalLong.empty());
    }

    /** True when every change that was made before {@code instant} has been announced. */
    boolean announcedUntil(long instant) {
        return oldestUnannounced.isEmpty() || oldestUnannounced.getAsLong() > instant;
    }
}
