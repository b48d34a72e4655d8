package io.multichat.jobs.imports.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.jobs.imports.read.Part;
import io.multichat.jobs.imports.source.ImportException;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A file that remembers how many events of each part of an import Kafka has. A repeated import reads everything again but does not
 * publish those. Wrong numbers would lose events, so the journal names the last record of each partition: unless the log still has
 * them, the numbers count for nothing. Used by one thread at a time.
 */
public final class ImportJournal {
    /** Stands for all events of a part. */
    public static final long ALL = DeliveredParts.ALL;

    private static final JsonMapper JSON = new JsonMapper();
    private static final String REQUEST = "request";

    private final Path file;
    private final String request;
    private final Map<Integer, DeliveredParts> files = new TreeMap<>();
    private final List<LogEnd> ends = new ArrayList<>();
    private final boolean ofAnother;

    private ImportJournal(Path file, String request, JsonNode json) {
        this.file = file;
        this.request = request;
        this.ofAnother = json.has(REQUEST) && !json.path(REQUEST).asText().equals(request);
        if (!ofAnother) {
            json.path("files").forEach(each -> files.put(each.path("file").asInt(), DeliveredParts.from(each)));
            json.path("ends").forEach(each -> ends.add(JSON.convertValue(each, LogEnd.class)));
        }
    }

    /**
     * Opens a journal. A missing or damaged file, and one of another import, is like an empty one.
     *
     * @param request identifies the files, the way of reading them, and the topic
     * @throws ImportException when the file cannot be read
     */
    public static ImportJournal open(Path file, String request) {
        JsonNode json = JSON.missingNode();
        try {
            if (Files.exists(file)) {
                json = JSON.readTree(file.toFile());
            }
        } catch (JsonProcessingException | CharConversionException e) {
            // Everything is published again then, which is only slower.
            json = JSON.missingNode();
        } catch (IOException e) {
            throw failed("read", file, e);
        }
        return new ImportJournal(file, request, json);
    }

    /** True if the file was the journal of another import, or of other contents of the same files. */
    public boolean isOfAnotherImport() {
        return ofAnother;
    }

    /** The last record in each partition of those that are counted. */
    public List<LogEnd> ends() {
        return List.copyOf(ends);
    }

    /** Forgets everything, because the log does not have it. */
    public void forget() {
        files.clear();
        ends.clear();
    }

    /** How many events of a part need not be published. */
    public long delivered(Part part) {
        return files.containsKey(part.file()) ? files.get(part.file()).get(part.number()) : 0;
    }

    /** A part was read up to its event with this number, counted from 1; {@link #ALL}: to its end. */
    public void reached(Part part, long events) {
        files.computeIfAbsent(part.file(), number -> new DeliveredParts()).set(part.number(), events);
    }

    /**
     * Replaces the file.
     *
     * @param written the last record of each partition; Kafka has all events that are counted
     * @throws ImportException when it cannot be written
     */
    public void save(List<LogEnd> written) {
        ends.clear();
        ends.addAll(written);
        ObjectNode json = JSON.createObjectNode().put(REQUEST, request);
        ArrayNode list = json.putArray("files");
        files.forEach((number, parts) -> list.add(parts.toJson(number)));
        json.set("ends", JSON.valueToTree(ends));
        Path temporary = file.resolveSibling(file.getFileName() + ".part");
        try {
            JSON.writeValue(temporary.toFile(), json);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw failed("written", file, e);
        }
    }

    /** Removes the file, because the import is complete. */
    public void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw failed("removed", file, e);
        }
    }

    private static ImportException failed(String verb, Path file, IOException e) {
        return new ImportException(
                "the journal " + file + " cannot be " + verb + ": " + e.getMessage()
                        + "; name another file with --journal",
                e);
    }
}
