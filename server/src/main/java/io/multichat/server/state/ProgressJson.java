package io.multichat.server.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.reading.StoreException;
import io.multichat.topology.query.PartitionProgress;
import io.multichat.topology.state.ledger.RecordCounts;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;

/** Progress as instances send it to each other. */
public final class ProgressJson {
    private static final JsonMapper JSON = new JsonMapper();

    private ProgressJson() {}

    /** Encodes the progress of one instance. */
    public static ObjectNode encode(LocalProgress progress) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("now", progress.now());
        ArrayNode states = body.putArray("states");
        progress.partitions().forEach((partition, each) -> {
            ObjectNode state = states.addObject().put("state", partition);
            each.earliestAnnouncement()
                    .ifPresentOrElse(
                            due -> state.put("earliestAnnouncement", due), () -> state.putNull("earliestAnnouncement"));
            ArrayNode sources = state.putArray("partitions");
            each.counts().forEach((source, counts) -> sources.add(counts(source, counts)));
        });
        return body;
    }

    /** The record counts of a source partition. */
    public static ObjectNode counts(TopicPartition source, RecordCounts counts) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("topic", source.topic())
                .put("partition", source.partition())
                .put("nextOffset", counts.nextOffset())
                .put("accepted", counts.accepted())
                .put("duplicates", counts.duplicates())
                .put("deadLetters", counts.deadLetters())
                .put("waiting", counts.waiting())
                .put("sentHome", counts.sentHome());
    }

    /** @throws StoreException if the bytes are something else */
    static LocalProgress decode(byte[] body) {
        try {
            JsonNode progress = JSON.readTree(body);
            Map<Integer, PartitionProgress> partitions = new HashMap<>();
            for (JsonNode state : progress.path("states")) {
                JsonNode due = state.path("earliestAnnouncement");
                Map<TopicPartition, RecordCounts> counts = new HashMap<>();
                for (JsonNode source : state.path("partitions")) {
                    counts.put(
                            new TopicPartition(
                                    source.path("topic").asText(),
                                    source.path("partition").asInt()),
                            counts(source));
                }
                partitions.put(
                        state.path("state").asInt(),
                        new PartitionProgress(
                                counts, due.isNumber() ? OptionalLong.of(due.longValue()) : OptionalLong.empty()));
            }
            return new LocalProgress(progress.path("now").asLong(), partitions);
        } catch (JsonProcessingException e) {
            throw new StoreException(
                    StoreException.Verdict.RETRY, "an instance sent no JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new StoreException(StoreException.Verdict.RETRY, "an instance sent no JSON: " + e.getMessage(), e);
        }
    }

    private static RecordCounts counts(JsonNode source) {
        return new RecordCounts(
                source.path("nextOffset").asLong(),
                source.path("accepted").asLong(),
                source.path("duplicates").asLong(),
                source.path("deadLetters").asLong(),
                source.path("waiting").asLong(),
                source.path("sentHome").asLong());
    }
}
