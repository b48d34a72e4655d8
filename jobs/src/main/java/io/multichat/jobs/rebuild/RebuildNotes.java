package io.multichat.jobs.rebuild;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.jobs.files.DurableNames;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/**
 * How far a rebuild is. The file is replaced as a whole after each step, so that a rebuild that was interrupted repeats at most the step
 * that it was in.
 *
 * @param step the last step that is complete
 * @param generation the generation that begins
 * @param inputEnds the ends of the input topics when their records were collected
 * @param report the result; empty before everything is published
 */
record RebuildNotes(Step step, int generation, Map<TopicPartition, Long> inputEnds, Optional<RebuildReport> report) {
    private static final JsonMapper JSON = new JsonMapper();

    /** The steps in their order. */
    enum Step {
        /** The spool has all events; nothing has been changed yet. */
        COLLECTED,
        /** The old topics and stores are out of the way. */
        EMPTIED,
        /** Kafka has all events again; only files of the rebuild are left. */
        PUBLISHED
    }

    /** The notes in a file; empty if there is none, so that a rebuild begins. */
    static Optional<RebuildNotes> read(Path file) throws IOException {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        JsonNode json = JSON.readTree(file.toFile());
        Map<TopicPartition, Long> ends = new HashMap<>();
        json.path("inputEnds")
                .forEach(end -> ends.put(
                        new TopicPartition(
                                end.path("topic").asText(),
                                end.path("partition").asInt()),
                        end.path("offset").asLong()));
        return Optional.of(new RebuildNotes(
                Step.valueOf(json.path("step").asText()),
                json.path("generation").asInt(),
                ends,
                report(json)));
    }

    /** The same notes after another step. */
    RebuildNotes after(Step next) {
        return new RebuildNotes(next, generation, inputEnds, report);
    }

    /** The notes of a rebuild that has published everything. */
    RebuildNotes published(RebuildReport result) {
        return new RebuildNotes(Step.PUBLISHED, generation, inputEnds, Optional.of(result));
    }

    private static Optional<RebuildReport> report(JsonNode json) {
        return json.has("report")
                ? Optional.of(JSON.convertValue(json.path("report"), RebuildReport.class))
                : Optional.empty();
    }

    /** Writes the notes to the disk and then replaces the file with them. Everything in its folder outlives a power failure then. */
    void write(Path file) throws IOException {
        ObjectNode json = JSON.createObjectNode().put("step", step.name()).put("generation", generation);
        inputEnds.forEach((partition, offset) -> json.withArray("/inputEnds")
                .addObject()
                .put("topic", partition.topic())
                .put("partition", partition.partition())
                .put("offset", offset));
        report.ifPresent(result -> json.set("report", JSON.valueToTree(result)));
        Path temporary = file.resolveSibling(file.getFileName() + ".part");
        try (FileChannel channel = FileChannel.open(
                temporary, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(json.toString().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        DurableNames.syncNew(file.toAbsolutePath().getParent());
    }
}
