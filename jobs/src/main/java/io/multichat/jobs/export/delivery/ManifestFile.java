package io.multichat.jobs.export.delivery;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.formats.json.DamagedJsonException;
import io.multichat.formats.json.JsonDocument;
import io.multichat.formats.json.JsonElement;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/** The file that lists what a delivery contains. It is written last, so a delivery without it is not complete. */
final class ManifestFile {
    /** Its name in the folder. */
    static final String NAME = "manifest.json";

    private static final String KIND = "multichat-delivery";
    private static final int VERSION = 1;
    private static final JsonMapper JSON = new JsonMapper();

    private ManifestFile() {}

    /**
     * Writes the manifest.
     *
     * @param facts what is known of the whole delivery
     */
    static void write(Path folder, Path temporary, ObjectNode facts, FinishedFiles files) throws IOException {
        try (OutputStream output = Channels.newOutputStream(NoteFile.create(temporary));
                JsonGenerator json = JSON.createGenerator(output).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeStringField("kind", KIND);
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
     * Passes on the files that the manifest lists, after all of it was checked.
     *
     * @throws DeliveryException when there is no manifest, or it is not one of a delivery
     */
    static void forEach(Path folder, FinishedFiles.Receiver receiver) throws IOException {
        check(folder);
        read(folder, new JsonDocument().on("files[]", file -> receiver.file(file(folder, file))));
    }

    /**
     * Reads the manifest.
     *
     * @throws DeliveryException when there is none, or it is not one of a delivery
     */
    static void check(Path folder) throws IOException {
        if (!Files.isRegularFile(folder.resolve(NAME), LinkOption.NOFOLLOW_LINKS)) {
            throw new DeliveryException(folder + " has no " + NAME
                    + ": it is not a delivery, or its export was interrupted; repeat the export");
        }
        Set<String> facts = new HashSet<>();
        read(
                folder,
                new JsonDocument()
                        .on("kind", kind -> facts.add("kind " + kind.text().orElse("")))
                        .on(
                                "version",
                                version -> facts.add("version " + version.text().orElse("")))
                        .on("files[]", file -> file(folder, file)));
        if (!facts.equals(Set.of("kind " + KIND, "version " + VERSION))) {
            throw new DeliveryException(folder.resolve(NAME) + " is not the manifest of a delivery of version "
                    + VERSION + "; name another folder");
        }
    }

    private static void read(Path folder, JsonDocument document) throws IOException {
        try {
            document.read(Files.newInputStream(folder.resolve(NAME), LinkOption.NOFOLLOW_LINKS));
        } catch (DamagedJsonException e) {
            throw new DeliveryException(folder.resolve(NAME) + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static DeliveredFile file(Path folder, JsonElement element) throws IOException {
        try {
            DeliveredFile file = JSON.treeToValue(element.value().orElseThrow(), DeliveredFile.class);
            if (file != null
                    && file.sha256() != null
                    && file.path() != null
                    && !Path.of(file.path()).toString().isEmpty()) {
                return file;
            }
        } catch (JsonProcessingException | InvalidPathException | NoSuchElementException e) {
            throw damaged(folder, element, e);
        }
        throw damaged(folder, element, null);
    }

    private static DeliveryException damaged(Path folder, JsonElement element, Exception cause) {
        return new DeliveryException(
                folder.resolve(NAME) + " cannot be read: file " + element.number()
                        + " in its list has no valid path, size and SHA-256",
                cause);
    }
}
