package io.multichat.sinks.archive.chain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.multichat.events.text.Rfc3339;
import io.multichat.sinks.archive.files.ArchiveDamagedException;
import io.multichat.sinks.archive.files.ArchiveKind;
import io.multichat.sinks.archive.segment.SegmentFile;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/** Decodes what {@link ManifestEncoder} writes. */
final class ManifestDecoder {
    private static final JsonMapper JSON = new JsonMapper();

    private ManifestDecoder() {}

    /**
     * The manifest in these bytes.
     *
     * @param name names the file in errors
     * @throws ArchiveDamagedException when the bytes are not a manifest, or have a format that this version does not know
     */
    static Manifest decode(byte[] bytes, Object name) throws ArchiveDamagedException {
        try {
            JsonNode json = JSON.readTree(bytes);
            int format = json.path("format").asInt();
            if (format < 1 || format > ManifestEncoder.FORMAT) {
                throw new ArchiveDamagedException(
                        name + " is not a manifest of format 1 or 2, the only ones that this version reads");
            }
            return manifest(json);
        } catch (ArchiveDamagedException e) {
            throw e;
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            // A JSON parser adds the place in the file on a second line.
            String problem = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new ArchiveDamagedException(name + " is not a manifest: " + problem, e);
        }
    }

    private static Manifest manifest(JsonNode json) {
        return new Manifest(
                number(json, "sequence"),
                ArchiveKind.ofFolder(text(json, "kind"))
                        .orElseThrow(() -> new IllegalArgumentException("kind is unknown")),
                new TopicPartition(text(json, "topic"), Math.toIntExact(number(json, "partition"))),
                number(json, "firstOffset"),
                number(json, "nextOffset"),
                files(json.required("files")),
                text(json, "previousSha256"),
                Rfc3339.parse(text(json, "createdAt")),
                json.has("previousCheckpoint") ? number(json, "previousCheckpoint") : 0,
                json.has("checkpoint") ? Optional.of(state(json.get("checkpoint"))) : Optional.empty());
    }

    private static ChainState state(JsonNode json) {
        List<RetiredFile> retired = new ArrayList<>();
        for (JsonNode file : json.required("retired")) {
            retired.add(new RetiredFile(text(file, "path"), Rfc3339.parse(text(file, "retiredAt"))));
        }
        return new ChainState(files(json.required("live")), retired);
    }

    private static List<SegmentFile> files(JsonNode json) {
        List<SegmentFile> files = new ArrayList<>();
        for (JsonNode file : json) {
            files.add(file(file));
        }
        return files;
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
