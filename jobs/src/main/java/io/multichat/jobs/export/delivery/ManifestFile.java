package io.multichat.jobs.export.delivery;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.formats.json.JsonDocument;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/** The file that lists what a delivery contains. It is written last, so a delivery without it is not complete. */
final class ManifestFile {
    /** Its name in the folder. */
    static final String NAME = "manifest.json";

    private static final int VERSION = 1;
    private static final JsonMapper JSON = new JsonMapper();

    private ManifestFile() {}

    /**
     * Writes the manifest.
     *
     * @param facts what is known of the whole delivery
     */
    static void write(Path folder, Path temporary, ObjectNode facts, FinishedFiles files) throws IOException {
        try (OutputStream output = Files.newOutputStream(temporary);
                JsonGenerator json = JSON.createGenerator(output).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeStringField("kind", "multichat-delivery");
            json.writeNumberField("version", VERSION);
            for (Map.Entry<String, JsonNode> fact : facts.properties()) {
                json.writePOJOField(fact.getKey(), fact.getValue());
            }
            json.writeArrayFieldStart("files");
            files.forEach(json::writePOJO);
            json.writeEndArray();
            json.writeEndObject();
        }
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(temporary, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Passes on the files that the manifest lists.
     *
     * @throws DeliveryException when there is no manifest, or it cannot be read
     */
    static void forEach(Path folder, FinishedFiles.Receiver receiver) throws IOException {
        Path manifest = folder.resolve(NAME);
        if (!Files.isRegularFile(manifest)) {
            throw new DeliveryException(folder + " has no " + NAME
                    + ": it is not a delivery, or its export was interrupted; repeat the export");
        }
        try {
            new JsonDocument()
                    .on(
                            "files[]",
                            file -> receiver.file(JSON.treeToValue(file.value().orElseThrow(), DeliveredFile.class)))
                    .read(Files.newInputStream(manifest));
        } catch (JsonProcessingException e) {
            throw new DeliveryException(manifest + " cannot be read: " + e.getOriginalMessage(), e);
        }
    }
}
