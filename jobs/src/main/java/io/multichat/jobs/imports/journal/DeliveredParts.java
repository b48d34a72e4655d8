package io.multichat.jobs.imports.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many events of each part of a file Kafka has. Of the parts that were read completely, only those are remembered that follow one
 * that was not. Used by one thread at a time.
 */
final class DeliveredParts {
    /** Stands for all events of a part. */
    static final long ALL = Long.MAX_VALUE;

    private final Map<Integer, Long> parts = new TreeMap<>();
    private int first;

    void set(int number, long events) {
        parts.put(number, events);
        while (parts.getOrDefault(first, 0L) == ALL) {
            parts.remove(first);
            first++;
        }
    }

    long get(int number) {
        return number < first ? ALL : parts.getOrDefault(number, 0L);
    }

    /** These parts as JSON; {@link #from} is the counterpart. */
    ObjectNode toJson(int file) {
        ObjectNode json =
                JsonNodeFactory.instance.objectNode().put("file", file).put("complete", first);
        ArrayNode list = json.putArray("parts");
        parts.forEach((number, events) -> list.addObject().put("part", number).put("events", events));
        return json;
    }

    static DeliveredParts from(JsonNode json) {
        DeliveredParts delivered = new DeliveredParts();
        delivered.first = json.path("complete").asInt();
        json.path("parts")
                .forEach(part -> delivered.parts.put(
                        part.path("part").asInt(), part.path("events").asLong()));
        return delivered;
    }
}
