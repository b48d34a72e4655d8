package io.multichat.sinks.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.events.Rfc3339;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.TopicPartition;

/** Manifests as JSON objects. */
final class ManifestCodec {
    private static final int FORMAT = 1;
    private static final JsonMapper JSON = new JsonMapper();

    private ManifestCodec() {}

    static byte[] encode(Manifest manifest) throws IOException {
        ObjectNode json = JSON.createObjectNode()
                .put("format", FORMAT)
                .put("sequence", manifest.sequence())
                .put("kind", manifest.kind().folder())
                .put("topic", manifest.source().topic())
                .put("partition", manifest.source().partition())
                .put("firstOffset", manifest.firstOffset())
                .put("nextOffset", manifest.nextOffset());
        ArrayNode files = json.putArray("files");
        for (SegmentFile file : manifest.files()) {
            files.addObject()
                    .put("path", file.path())
                    .put("records", file.records())
                    .put("bytes", file.bytes())
                    .put("minSentAt", file.minSentAt())
                    .put("maxSentAt", file.maxSentAt())
                    .put("earliest", file.earliest())
                    .put("latest", file.latest())
                    .put("firstOffset", file.firstOffset())
                    .put("lastOffset", file.lastOffset())
                    .put("sha256", file.sha256());
        }
        json.put("previousSha256", manifest.previousSha256()).put("createdAt", Rfc3339.format(manifest.createdAt()));
        return JSON.writeValueAsBytes(json);
    }

    /**
     * The manifest in these bytes.
     *
     * @param name names the file in errors
     * @throws ArchiveDamagedException when they are no manifest, or one of a format that this version does not know
     */
    static Manifest decode(byte[] bytes, Object name) throws ArchiveDamagedException {
        try {
            JsonNode json = JSON.readTree(bytes);
            if (json.path("format").asInt() != FORMAT) {
                throw new ArchiveDamagedException(
                        name + " is no manifest of format " + FORMAT + ", the only one that this version reads");
            }
            return manifest(json);
        } catch (ArchiveDamagedException e) {
            throw e;
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            throw new ArchiveDamagedException(name + " is no manifest: " + e.getMessage(), e);
        }
    }

    private static Manifest manifest(JsonNode json) {
        List<SegmentFile> files = new ArrayList<>();
        for (JsonNode file : json.required("files")) {
            files.add(file(file));
        }
        return new Manifest(
                number(json, "sequence"),
                ArchiveKind.ofFolder(text(json, "kind"))
                        .orElseThrow(() -> new IllegalArgumentException("kind is not known")),
                new TopicPartition(text(json, "topic"), Math.toIntExact(number(json, "partition"))),
                number(json, "firstOffset"),
                number(json, "nextOffset"),
                files,
                text(json, "previousSha256"),
                Rfc3339.parse(text(json, "createdAt")));
    }

    private static SegmentFile file(JsonNode json) {
        return new SegmentFile(
                text(json, "path"),
                number(json, "records"),
                number(json, "bytes"),
                number(json, "minSentAt"),
                number(json, "maxSentAt"),
                json.has("earliest") ? number(json, "earliest") : 0,
                json.has("latest") ? number(json, "latest") : Long.MAX_VALUE,
                number(json, "firstOffset"),
                number(json, "lastOffset"),
                text(json, "sha256"));
    }

    private static String text(JsonNode json, String field) {
        JsonNode value = json.required(field);
        if (!value.isTextual()) {
            throw new IllegalArgumentException(field + " is not a string");
        }
        return value.textValue();
    }

    private static long number(JsonNode json, String field) {
        JsonNode value = json.required(field);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new IllegalArgumentException(field + " is not an integer");
        }
        return value.longValue();
    }
}
